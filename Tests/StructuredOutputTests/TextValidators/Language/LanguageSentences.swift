import StructuredOutput

/// Ten sentences of everyday and support texts in each language, none of which the profiles were made from.
enum LanguageSentences {
  static let all: [(language: TextLanguage, sentences: [String])] = [
    (
      .english,
      [
        "You can return the shoes within thirty days of delivery.",
        "Our office stays closed on public holidays.",
        "I'm afraid that colour has sold out.",
        "Could somebody tell me which train goes to the airport?",
        "Tap Settings, then choose Notifications.",
        "She painted the kitchen yellow last summer.",
        "Heavy rain is expected across the north tonight.",
        "Mix flour and eggs until smooth.",
        "Your parcel was handed to a neighbour at noon.",
        "Prices rose faster than wages for the third year running.",
      ]
    ),
    (
      .german,
      [
        "Sie können die Schuhe innerhalb von dreißig Tagen zurückgeben.",
        "Unser Büro bleibt an Feiertagen geschlossen.",
        "Diese Farbe ist leider ausverkauft.",
        "Welcher Zug fährt zum Flughafen?",
        "Tippen Sie auf Einstellungen und wählen Sie Mitteilungen.",
        "Letzten Sommer strich sie die Küche gelb.",
        "Heute Nacht wird im Norden starker Regen erwartet.",
        "Mehl und Eier glatt rühren.",
        "Das Paket wurde mittags bei einem Nachbarn abgegeben.",
        "Die Preise stiegen schneller als die Löhne.",
      ]
    ),
    (
      .dutch,
      [
        "U kunt de schoenen binnen dertig dagen terugsturen.",
        "Ons kantoor is op feestdagen gesloten.",
        "Die kleur is helaas uitverkocht.",
        "Welke trein gaat naar de luchthaven?",
        "Tik op Instellingen en kies Meldingen.",
        "Vorige zomer schilderde ze de keuken geel.",
        "Vannacht valt er in het noorden veel regen.",
        "Meng bloem en eieren tot een glad beslag.",
        "Het pakket is om twaalf uur bij de buren afgegeven.",
        "De prijzen stegen sneller dan de lonen.",
      ]
    ),
    (
      .swedish,
      [
        "Du kan lämna tillbaka skorna inom trettio dagar.",
        "Vårt kontor håller stängt på helgdagar.",
        "Den färgen är tyvärr slutsåld.",
        "Vilket tåg går till flygplatsen?",
        "Tryck på Inställningar och välj Aviseringar.",
        "Förra sommaren målade hon köket gult.",
        "I natt väntas kraftigt regn i norr.",
        "Blanda mjöl och ägg till en slät smet.",
        "Paketet lämnades hos en granne vid lunchtid.",
        "Priserna steg snabbare än lönerna.",
      ]
    ),
    (
      .danish,
      [
        "Du kan returnere skoene inden for tredive dage.",
        "Vores kontor holder lukket på helligdage.",
        "Den farve er desværre udsolgt.",
        "Hvilket tog kører til lufthavnen?",
        "Tryk på Indstillinger, og vælg Meddelelser.",
        "Sidste sommer malede hun køkkenet gult.",
        "I nat ventes der kraftig regn i nord.",
        "Bland mel og æg, til dejen er glat.",
        "Pakken blev afleveret hos en nabo ved middagstid.",
        "Priserne steg hurtigere end lønningerne.",
      ]
    ),
    (
      .norwegian,
      [
        "Du kan returnere skoene innen tretti dager.",
        "Kontoret vårt holder stengt på helligdager.",
        "Den fargen er dessverre utsolgt.",
        "Hvilket tog går til flyplassen?",
        "Trykk på Innstillinger og velg Varslinger.",
        "I fjor sommer malte hun kjøkkenet gult.",
        "I natt ventes det kraftig regn i nord.",
        "Bland mel og egg til røren er jevn.",
        "Pakken ble levert hos en nabo midt på dagen.",
        "Prisene steg raskere enn lønningene.",
      ]
    ),
    (
      .french,
      [
        "Vous pouvez renvoyer les chaussures dans les trente jours.",
        "Notre bureau reste fermé les jours fériés.",
        "Cette couleur est malheureusement épuisée.",
        "Quel train va à l'aéroport ?",
        "Touchez Réglages, puis choisissez Notifications.",
        "L'été dernier, elle a repeint la cuisine en jaune.",
        "De fortes pluies sont attendues cette nuit dans le nord.",
        "Mélangez la farine et les œufs.",
        "Le colis a été remis à un voisin vers midi.",
        "Les prix ont augmenté plus vite que les salaires.",
      ]
    ),
    (
      .spanish,
      [
        "Puede devolver los zapatos en un plazo de treinta días.",
        "Nuestra oficina permanece cerrada los festivos.",
        "Ese color está agotado.",
        "¿Qué tren va al aeropuerto?",
        "Pulse Ajustes y elija Notificaciones.",
        "El verano pasado pintó la cocina de amarillo.",
        "Se esperan fuertes lluvias esta noche en el norte.",
        "Mezcle la harina con los huevos.",
        "El paquete se entregó a un vecino al mediodía.",
        "Los precios subieron más rápido que los salarios.",
      ]
    ),
    (
      .portuguese,
      [
        "Pode devolver os sapatos no prazo de trinta dias.",
        "O nosso escritório fica fechado nos feriados.",
        "Essa cor está esgotada.",
        "Qual comboio vai para o aeroporto?",
        "Toque em Definições e escolha Notificações.",
        "No verão passado ela pintou a cozinha de amarelo.",
        "Esperam-se chuvas fortes esta noite no norte.",
        "Misture a farinha com os ovos.",
        "A encomenda foi entregue a um vizinho ao meio-dia.",
        "Os preços subiram mais depressa do que os salários.",
      ]
    ),
    (
      .italian,
      [
        "Può restituire le scarpe entro trenta giorni.",
        "Il nostro ufficio resta chiuso nei giorni festivi.",
        "Quel colore purtroppo è esaurito.",
        "Quale treno va all'aeroporto?",
        "Tocchi Impostazioni e scelga Notifiche.",
        "L'estate scorsa ha dipinto la cucina di giallo.",
        "Stanotte sono previste forti piogge al nord.",
        "Mescolare la farina con le uova.",
        "Il pacco è stato consegnato a un vicino a mezzogiorno.",
        "I prezzi sono saliti più in fretta degli stipendi.",
      ]
    ),
    (
      .catalan,
      [
        "Podeu tornar les sabates en un termini de trenta dies.",
        "La nostra oficina tanca els dies festius.",
        "Aquest color s'ha exhaurit.",
        "Quin tren va a l'aeroport?",
        "Toqueu Configuració i trieu Notificacions.",
        "L'estiu passat va pintar la cuina de groc.",
        "Aquesta nit s'esperen pluges fortes al nord.",
        "Barregeu la farina amb els ous.",
        "El paquet es va lliurar a un veí al migdia.",
        "Els preus van pujar més de pressa que els sous.",
      ]
    ),
    (
      .romanian,
      [
        "Puteți returna pantofii în termen de treizeci de zile.",
        "Biroul nostru este închis în zilele de sărbătoare.",
        "Culoarea aceasta nu mai este în stoc.",
        "Care tren merge la aeroport?",
        "Apăsați Setări și alegeți Notificări.",
        "Vara trecută a vopsit bucătăria în galben.",
        "La noapte se așteaptă ploi puternice în nord.",
        "Amestecați făina cu ouăle.",
        "Coletul a fost predat unui vecin la prânz.",
        "Prețurile au crescut mai repede decât salariile.",
      ]
    ),
    (
      .polish,
      [
        "Buty można zwrócić w ciągu trzydziestu dni.",
        "Nasze biuro jest zamknięte w dni świąteczne.",
        "Ten kolor został niestety wyprzedany.",
        "Który pociąg jedzie na lotnisko?",
        "Naciśnij Ustawienia i wybierz Powiadomienia.",
        "Zeszłego lata pomalowała kuchnię na żółto.",
        "Dziś w nocy na północy spodziewane są ulewy.",
        "Wymieszaj mąkę z jajkami.",
        "Paczkę odebrał w południe sąsiad.",
        "Ceny rosły szybciej niż płace.",
      ]
    ),
    (
      .czech,
      [
        "Boty můžete vrátit do třiceti dnů.",
        "Naše kancelář je o svátcích zavřená.",
        "Tato barva je bohužel vyprodaná.",
        "Který vlak jede na letiště?",
        "Klepněte na Nastavení a vyberte Oznámení.",
        "Loni v létě vymalovala kuchyň nažluto.",
        "V noci se na severu očekává silný déšť.",
        "Smíchejte mouku s vejci.",
        "Balík v poledne převzal soused.",
        "Ceny rostly rychleji než mzdy.",
      ]
    ),
    (
      .slovak,
      [
        "Topánky môžete vrátiť do tridsiatich dní.",
        "Naša kancelária je počas sviatkov zatvorená.",
        "Táto farba je bohužiaľ vypredaná.",
        "Ktorý vlak ide na letisko?",
        "Ťuknite na Nastavenia a vyberte Oznámenia.",
        "Vlani v lete vymaľovala kuchyňu na žlto.",
        "V noci sa na severe očakáva silný dážď.",
        "Zmiešajte múku s vajíčkami.",
        "Balík na obed prevzal sused.",
        "Ceny rástli rýchlejšie ako mzdy.",
      ]
    ),
    (
      .slovenian,
      [
        "Čevlje lahko vrnete v tridesetih dneh.",
        "Naša pisarna je med prazniki zaprta.",
        "Ta barva je žal razprodana.",
        "Kateri vlak pelje na letališče?",
        "Tapnite Nastavitve in izberite Obvestila.",
        "Lani poleti je kuhinjo prebarvala na rumeno.",
        "Ponoči na severu pričakujemo močan dež.",
        "Zmešajte moko in jajca.",
        "Paket je opoldne prevzel sosed.",
        "Cene so rasle hitreje od plač.",
      ]
    ),
    (
      .croatian,
      [
        "Cipele možete vratiti u roku od trideset dana.",
        "Naš ured je zatvoren blagdanom.",
        "Ta je boja nažalost rasprodana.",
        "Koji vlak vozi do zračne luke?",
        "Dodirnite Postavke i odaberite Obavijesti.",
        "Prošlog ljeta obojila je kuhinju u žuto.",
        "Noćas se na sjeveru očekuje jaka kiša.",
        "Pomiješajte brašno s jajima.",
        "Paket je u podne preuzeo susjed.",
        "Cijene su rasle brže od plaća.",
      ]
    ),
    (
      .finnish,
      [
        "Voit palauttaa kengät kolmenkymmenen päivän kuluessa.",
        "Toimistomme on suljettu pyhäpäivinä.",
        "Väri on valitettavasti loppuunmyyty.",
        "Mikä juna menee lentokentälle?",
        "Napauta Asetukset ja valitse Ilmoitukset.",
        "Viime kesänä hän maalasi keittiön keltaiseksi.",
        "Ensi yönä pohjoisessa sataa rankasti.",
        "Sekoita jauhot ja munat.",
        "Paketti luovutettiin naapurille puoliltapäivin.",
        "Hinnat nousivat palkkoja nopeammin.",
      ]
    ),
    (
      .estonian,
      [
        "Kingad saate tagastada kolmekümne päeva jooksul.",
        "Meie kontor on pühade ajal suletud.",
        "See värv on kahjuks läbi müüdud.",
        "Milline rong sõidab lennujaama?",
        "Puudutage valikut Seaded ja valige Teavitused.",
        "Eelmisel suvel värvis ta köögi kollaseks.",
        "Öösel oodatakse põhjas tugevat vihma.",
        "Sega jahu munadega.",
        "Paki võttis lõuna ajal vastu naaber.",
        "Hinnad tõusid kiiremini kui palgad.",
      ]
    ),
    (
      .latvian,
      [
        "Kurpes varat atgriezt trīsdesmit dienu laikā.",
        "Mūsu birojs svētku dienās ir slēgts.",
        "Šī krāsa diemžēl ir izpārdota.",
        "Kurš vilciens brauc uz lidostu?",
        "Pieskarieties Iestatījumiem un izvēlieties Paziņojumi.",
        "Pagājušajā vasarā viņa nokrāsoja virtuvi dzeltenu.",
        "Naktī ziemeļos gaidāms stiprs lietus.",
        "Sajauciet miltus ar olām.",
        "Sūtījumu pusdienlaikā saņēma kaimiņš.",
        "Cenas auga straujāk nekā algas.",
      ]
    ),
    (
      .lithuanian,
      [
        "Batus galite grąžinti per trisdešimt dienų.",
        "Mūsų biuras per šventes uždarytas.",
        "Ši spalva, deja, išparduota.",
        "Kuris traukinys važiuoja į oro uostą?",
        "Bakstelėkite Nustatymai ir pasirinkite Pranešimai.",
        "Praėjusią vasarą ji nudažė virtuvę geltonai.",
        "Naktį šiaurėje laukiama stipraus lietaus.",
        "Sumaišykite miltus su kiaušiniais.",
        "Siuntinį vidurdienį priėmė kaimynas.",
        "Kainos kilo greičiau nei atlyginimai.",
      ]
    ),
    (
      .hungarian,
      [
        "A cipőt harminc napon belül visszaküldheti.",
        "Irodánk ünnepnapokon zárva tart.",
        "Ez a szín sajnos elfogyott.",
        "Melyik vonat megy a repülőtérre?",
        "Koppintson a Beállítások elemre, és válassza az Értesítések lehetőséget.",
        "Tavaly nyáron sárgára festette a konyhát.",
        "Éjszaka északon erős eső várható.",
        "Keverje össze a lisztet a tojással.",
        "A csomagot délben egy szomszéd vette át.",
        "Az árak gyorsabban nőttek, mint a bérek.",
      ]
    ),
    (
      .turkish,
      [
        "Ayakkabıları otuz gün içinde iade edebilirsiniz.",
        "Ofisimiz resmî tatillerde kapalıdır.",
        "Bu renk maalesef tükendi.",
        "Havaalanına hangi tren gidiyor?",
        "Ayarlar'a dokunup Bildirimler'i seçin.",
        "Geçen yaz mutfağı sarıya boyadı.",
        "Bu gece kuzeyde şiddetli yağmur bekleniyor.",
        "Unu yumurtalarla karıştırın.",
        "Paket öğlen komşuya teslim edildi.",
        "Fiyatlar ücretlerden daha hızlı arttı.",
      ]
    ),
    (
      .vietnamese,
      [
        "Bạn có thể trả lại giày trong vòng ba mươi ngày.",
        "Văn phòng chúng tôi đóng cửa vào ngày lễ.",
        "Màu này đã hết hàng.",
        "Tàu nào đi ra sân bay?",
        "Chạm vào Cài đặt rồi chọn Thông báo.",
        "Mùa hè năm ngoái cô ấy sơn bếp màu vàng.",
        "Đêm nay miền Bắc sẽ có mưa to.",
        "Trộn bột mì với trứng.",
        "Gói hàng đã giao cho hàng xóm lúc trưa.",
        "Giá cả tăng nhanh hơn tiền lương.",
      ]
    ),
    (
      .indonesian,
      [
        "Anda dapat mengembalikan sepatu dalam tiga puluh hari.",
        "Kantor kami tutup pada hari libur.",
        "Warna itu sudah habis terjual.",
        "Kereta mana yang menuju bandara?",
        "Ketuk Pengaturan, lalu pilih Notifikasi.",
        "Musim panas lalu dia mengecat dapur dengan warna kuning.",
        "Malam ini hujan lebat diperkirakan turun di utara.",
        "Campurkan tepung dengan telur.",
        "Paket diserahkan kepada tetangga tengah hari.",
        "Harga naik lebih cepat daripada upah.",
      ]
    ),
    (
      .russian,
      [
        "Обувь можно вернуть в течение тридцати дней.",
        "Наш офис закрыт в праздничные дни.",
        "Этот цвет, к сожалению, закончился.",
        "Какой поезд идёт в аэропорт?",
        "Нажмите «Настройки» и выберите «Уведомления».",
        "Прошлым летом она выкрасила кухню в жёлтый цвет.",
        "Ночью на севере ожидаются сильные дожди.",
        "Смешайте муку с яйцами.",
        "Посылку в полдень передали соседу.",
        "Цены росли быстрее зарплат.",
      ]
    ),
    (
      .ukrainian,
      [
        "Взуття можна повернути протягом тридцяти днів.",
        "Наш офіс зачинено у святкові дні.",
        "Цей колір, на жаль, розпродано.",
        "Який потяг їде до аеропорту?",
        "Натисніть «Налаштування» і виберіть «Сповіщення».",
        "Торік улітку вона пофарбувала кухню в жовтий колір.",
        "Уночі на півночі очікують сильні дощі.",
        "Змішайте борошно з яйцями.",
        "Посилку опівдні передали сусідові.",
        "Ціни зростали швидше за зарплати.",
      ]
    ),
    (
      .bulgarian,
      [
        "Можете да върнете обувките в срок от тридесет дни.",
        "Офисът ни е затворен на празници.",
        "Този цвят за съжаление е изчерпан.",
        "Кой влак отива до летището?",
        "Докоснете „Настройки“ и изберете „Известия“.",
        "Миналото лято тя боядиса кухнята в жълто.",
        "През нощта на север се очакват силни валежи.",
        "Смесете брашното с яйцата.",
        "Пратката беше предадена на съсед по обяд.",
        "Цените растяха по-бързо от заплатите.",
      ]
    ),
    (
      .serbian,
      [
        "Ципеле можете вратити у року од тридесет дана.",
        "Наша канцеларија је затворена празницима.",
        "Та боја је нажалост распродата.",
        "Који воз иде до аеродрома?",
        "Додирните Подешавања и изаберите Обавештења.",
        "Прошлог лета офарбала је кухињу у жуто.",
        "Ноћас се на северу очекује јака киша.",
        "Помешајте брашно са јајима.",
        "Пакет је у подне преузео комшија.",
        "Цене су расле брже од плата.",
      ]
    ),
    (
      .macedonian,
      [
        "Чевлите можете да ги вратите во рок од триесет дена.",
        "Нашата канцеларија е затворена за празници.",
        "Таа боја за жал е распродадена.",
        "Кој воз оди до аеродромот?",
        "Допрете на Поставки и изберете Известувања.",
        "Минатото лето таа ја обои кујната во жолто.",
        "Ноќеска на север се очекува силен дожд.",
        "Измешајте го брашното со јајцата.",
        "Пакетот напладне му беше врачен на соседот.",
        "Цените растеа побрзо од платите.",
      ]
    ),
    (
      .arabic,
      [
        "يمكنك إرجاع الحذاء خلال ثلاثين يوماً من الاستلام.",
        "مكتبنا مغلق في أيام العطل الرسمية.",
        "نفد هذا اللون من المخزون.",
        "أي قطار يذهب إلى المطار؟",
        "اضغط على الإعدادات ثم اختر الإشعارات.",
        "في الصيف الماضي طلت المطبخ باللون الأصفر.",
        "من المتوقع هطول أمطار غزيرة الليلة في الشمال.",
        "اخلط الطحين مع البيض.",
        "تم تسليم الطرد إلى أحد الجيران عند الظهر.",
        "ارتفعت الأسعار أسرع من الأجور.",
      ]
    ),
    (
      .persian,
      [
        "می‌توانید کفش‌ها را ظرف سی روز پس بفرستید.",
        "دفتر ما در روزهای تعطیل بسته است.",
        "این رنگ متأسفانه تمام شده است.",
        "کدام قطار به فرودگاه می‌رود؟",
        "روی تنظیمات بزنید و اعلان‌ها را انتخاب کنید.",
        "تابستان گذشته آشپزخانه را زرد رنگ کرد.",
        "امشب در شمال باران شدید پیش‌بینی می‌شود.",
        "آرد و تخم‌مرغ را مخلوط کنید.",
        "بسته ظهر به همسایه تحویل داده شد.",
        "قیمت‌ها سریع‌تر از دستمزدها بالا رفت.",
      ]
    ),
    (
      .urdu,
      [
        "آپ جوتے تیس دن کے اندر واپس کر سکتے ہیں۔",
        "ہمارا دفتر چھٹیوں میں بند رہتا ہے۔",
        "یہ رنگ ختم ہو چکا ہے۔",
        "کون سی ٹرین ہوائی اڈے جاتی ہے؟",
        "ترتیبات پر ٹیپ کریں اور اطلاعات چنیں۔",
        "پچھلی گرمیوں میں اس نے باورچی خانہ پیلا رنگا۔",
        "آج رات شمال میں تیز بارش متوقع ہے۔",
        "آٹے میں انڈے ملائیں۔",
        "پارسل دوپہر کو پڑوسی کے حوالے کیا گیا۔",
        "قیمتیں اجرتوں سے زیادہ تیزی سے بڑھیں۔",
      ]
    ),
    (
      .greek,
      [
        "Μπορείτε να επιστρέψετε τα παπούτσια μέσα σε τριάντα ημέρες.",
        "Το γραφείο μας είναι κλειστό τις αργίες.",
        "Αυτό το χρώμα έχει εξαντληθεί.",
        "Ποιο τρένο πάει στο αεροδρόμιο;",
        "Πατήστε Ρυθμίσεις και επιλέξτε Ειδοποιήσεις.",
        "Πέρσι το καλοκαίρι έβαψε την κουζίνα κίτρινη.",
        "Απόψε αναμένονται ισχυρές βροχές στον βορρά.",
        "Ανακατέψτε το αλεύρι με τα αυγά.",
        "Το δέμα παραδόθηκε το μεσημέρι σε έναν γείτονα.",
        "Οι τιμές αυξήθηκαν ταχύτερα από τους μισθούς.",
      ]
    ),
    (
      .hebrew,
      [
        "אפשר להחזיר את הנעליים בתוך שלושים יום.",
        "המשרד שלנו סגור בחגים.",
        "הצבע הזה אזל מהמלאי.",
        "איזו רכבת נוסעת לשדה התעופה?",
        "הקישו על הגדרות ובחרו התראות.",
        "בקיץ שעבר היא צבעה את המטבח בצהוב.",
        "הלילה צפוי גשם כבד בצפון.",
        "מערבבים את הקמח עם הביצים.",
        "החבילה נמסרה לשכן בצהריים.",
        "המחירים עלו מהר יותר מהשכר.",
      ]
    ),
    (
      .hindi,
      [
        "आप तीस दिनों के भीतर जूते लौटा सकते हैं।",
        "हमारा कार्यालय छुट्टियों में बंद रहता है।",
        "यह रंग अब उपलब्ध नहीं है।",
        "कौन सी ट्रेन हवाई अड्डे जाती है?",
        "सेटिंग्स पर टैप करें और सूचनाएँ चुनें।",
        "पिछली गर्मियों में उसने रसोई पीली रंगी।",
        "आज रात उत्तर में तेज़ बारिश होगी।",
        "आटे में अंडे मिलाएँ।",
        "पार्सल दोपहर को पड़ोसी को दिया गया।",
        "कीमतें वेतन से तेज़ बढ़ीं।",
      ]
    ),
    (
      .bengali,
      [
        "আপনি ত্রিশ দিনের মধ্যে জুতা ফেরত দিতে পারেন।",
        "ছুটির দিনে আমাদের অফিস বন্ধ থাকে।",
        "এই রঙটি শেষ হয়ে গেছে।",
        "কোন ট্রেন বিমানবন্দরে যায়?",
        "সেটিংসে চাপুন এবং বিজ্ঞপ্তি বেছে নিন।",
        "গত গ্রীষ্মে সে রান্নাঘর হলুদ রঙ করেছিল।",
        "আজ রাতে উত্তরে ভারী বৃষ্টি হবে।",
        "ময়দার সঙ্গে ডিম মেশান।",
        "পার্সেলটি দুপুরে প্রতিবেশীকে দেওয়া হয়েছে।",
        "দাম বেতনের চেয়ে দ্রুত বেড়েছে।",
      ]
    ),
    (
      .tamil,
      [
        "முப்பது நாட்களுக்குள் காலணிகளைத் திருப்பித் தரலாம்.",
        "விடுமுறை நாட்களில் எங்கள் அலுவலகம் மூடப்பட்டிருக்கும்.",
        "இந்த நிறம் தீர்ந்துவிட்டது.",
        "எந்த ரயில் விமான நிலையம் செல்கிறது?",
        "அமைப்புகளைத் தட்டி அறிவிப்புகளைத் தேர்ந்தெடுக்கவும்.",
        "கடந்த கோடையில் அவள் சமையலறைக்கு மஞ்சள் வண்ணம் பூசினாள்.",
        "இன்றிரவு வடக்கில் கனமழை பெய்யும்.",
        "மாவையும் முட்டையையும் கலக்கவும்.",
        "பொதி மதியம் அண்டை வீட்டாரிடம் கொடுக்கப்பட்டது.",
        "விலைகள் ஊதியத்தை விட வேகமாக உயர்ந்தன.",
      ]
    ),
    (
      .thai,
      [
        "คุณสามารถคืนรองเท้าได้ภายในสามสิบวัน",
        "สำนักงานของเราปิดในวันหยุดราชการ",
        "สีนี้หมดแล้ว",
        "รถไฟขบวนไหนไปสนามบิน",
        "แตะการตั้งค่าแล้วเลือกการแจ้งเตือน",
        "ฤดูร้อนที่แล้วเธอทาสีครัวเป็นสีเหลือง",
        "คืนนี้ภาคเหนือจะมีฝนตกหนัก",
        "ผสมแป้งกับไข่ให้เข้ากัน",
        "พัสดุถูกส่งให้เพื่อนบ้านตอนเที่ยง",
        "ราคาสินค้าขึ้นเร็วกว่าค่าจ้าง",
      ]
    ),
    (
      .korean,
      [
        "신발은 삼십 일 이내에 반품하실 수 있습니다.",
        "저희 사무실은 공휴일에 쉽니다.",
        "그 색상은 품절되었습니다.",
        "어느 기차가 공항으로 가나요?",
        "설정을 누른 다음 알림을 선택하세요.",
        "지난여름 그녀는 부엌을 노랗게 칠했다.",
        "오늘 밤 북부 지방에 큰비가 예상됩니다.",
        "밀가루와 달걀을 섞으세요.",
        "소포는 정오에 이웃에게 전달되었습니다.",
        "물가가 임금보다 빨리 올랐다.",
      ]
    ),
    (
      .japanese,
      [
        "靴は三十日以内であれば返品できます。",
        "祝日は休業いたします。",
        "その色は売り切れました。",
        "どの電車が空港へ行きますか。",
        "設定をタップして、通知を選んでください。",
        "去年の夏、彼女は台所を黄色に塗った。",
        "今夜、北部では大雨が予想されています。",
        "小麦粉と卵を混ぜます。",
        "荷物は正午に隣の人へ渡されました。",
        "物価は賃金より速く上がった。",
      ]
    ),
    (
      .chinese,
      [
        "您可以在三十天内退回鞋子。",
        "我们的办公室在公共假日不营业。",
        "那个颜色已经卖完了。",
        "哪趟火车去机场？",
        "请点击设置，然后选择通知。",
        "去年夏天她把厨房刷成了黄色。",
        "今晚北部預計有大雨。",
        "將麵粉和雞蛋攪拌均勻。",
        "包裹中午交给了邻居。",
        "物价比工资涨得快。",
      ]
    ),
  ]
}
