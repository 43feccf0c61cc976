/// What letters, words and parts of words tell the Baltic and Finno-Ugric languages.
extension LanguageProfile {
  static let northeastern: [LanguageProfile] = [
    LanguageProfile(
      .finnish, letters: "äöåšž",
      words: """
        ja on ei se että oli olla ole ovat olen olemme olet olette mutta tai kun niin kuin jos myös vain hän he minä
        sinä me te minun sinun meidän teidän hänen heidän tämä tämän tätä nämä ne sen siitä siinä sitä joka jotka mikä
        mitä missä milloin miten miksi koska voi voit voitte voin voimme voidaan pitää täytyy haluan haluat nyt sitten
        jo vielä kaikki paljon hyvin enää kanssa ilman ennen jälkeen aikana mukaan kautta sekä eli eikä emme en et
        ette tässä tästä tänään huomenna eilen kiitos hei terve päivää päivän valitettavasti aina koskaan mitään
        kuitenkin kuten yli alle noin uusi
        """,
      parts: """
        9 hd ky nen rkk rvo ttu uo ä ä_ 8 aa nim nut 7 ee ii lla lä_ nti oi oit tie tä uu uur äy äyt ää ään 6 _as enn
        jo ko lä ssa sto tee tä_ ö 5 au kk kki lle lm lma mä nn voi 4 _on aa_ ala ei eu ia_ ime ja kis ks lk lli mer
        ole ot_ si tel tet tta tti ty va vai yt 3 _ei _ol ai ain arv een ei_ en_ ht ie ine ja_ ka ke ki ku kä lai n_
        ot sa_ se sti taa tt tu yn 2 _ku _su _tu _v ara at et i_ in_ io ist iv li lo oh on_ os pi sa so ta ta_ tii to
        1 _o _p all in it le_ ll ost ss sä tun uk
        """),
    LanguageProfile(
      .estonian, letters: "äõöüšž",
      words: """
        ja on ei see et oli olla ole olen oleme oled olete aga või kui nii nagu ka vaid ta nad ma sa me te mina sina
        meie teie tema minu sinu nende selle seda need mis kes kus millal kuidas miks sest saab saate saan saame võib
        võite peab tuleb tahan nüüd siis juba veel kõik palju väga enam koos ilma enne pärast ajal järgi kaudu ning
        ega siin siit täna homme eile aitäh tere palun päeva päeval kahjuks alati kunagi midagi siiski üle alla umbes
        uus oma mida mitte sellest teil mul tänan jooksul ainult kuni
        """,
      parts: """
        9 _mä aad ee hoi iiv jät koh ots pea rii sea õ õi öö ü 8 _jä aar asu iga kir oll sut uu ä ära 7 aa ae kk ole
        oo oon äi 6 _on aat eid ii ja kui ne_ ud_ ute uur 5 _ei _sü _vä _võ ai ea eta gi_ ime ju ks_ min nim rv sel sü
        ti_ tte tud v_ võ 4 _v da_ eel ik_ ing li_ lt_ mat st_ te_ ud uta 3 _et _k _so _te ab ada atu d_ ei ev ga i_
        ide ik ise mis mä nd nn ok se_ si va või är 2 _lu _ni _p ad ei_ end eri est id ine ku l_ le_ lik me nu pol sa
        se t_ tu us 1 _ka _l _r _t a_ al as at eks ga_ ig ja_ k_ ki ks mi s_ st tee u_ us_
        """),
    LanguageProfile(
      .latvian, letters: "āčēģīķļņšūž",
      words: """
        un ir ar no par uz ka lai bet vai kā tas tā to tie šis šī šo šie kas ko kur kad kāpēc jo es tu viņš viņa mēs
        jūs viņi mans jūsu mūsu mums jums man tev ne nav bija būs būt esmu esam esat var varat varu varam vajag jābūt
        pie pēc pirms līdz bez starp zem virs caur arī jau vēl tikai ļoti vairāk visi viss visas katrs cits paldies
        sveiki labdien lūdzu diena dienas dienu dienām šodien rīt vakar vienmēr nekad nekas tad tagad šeit ja savu
        savas kurš kura kuri diemžēl tomēr laikā kopā gan nekā
        """,
      parts: """
        9 eid kš mē ums āc ār ēm ēn ēs ī īv ķ ļ šu_ ū 8 bei dz dā kļ ē ēr ņ š 7 _ir _uz iņ jas lā nā rau rā rē ts_ tē
        tī vei vē ā ās ēt īt 6 _at _da _ie _iz av_ ds_ ie lē nav ni_ pār rī tā āj āl ām āt ēl 5 ei gt ija jum ko kum
        ot_ ād ēj ša 4 _un ai_ ais am_ ga iek iet is_ isk iz ju ka ne s_ u_ ā_ ās_ 3 _sa ad ai at be ja ks kt kā las
        ma_ me ok pie ru tie ul 2 _ko _lo _no _pa _pi _va a_ as_ au ci gu_ ij ika ku ms_ ns pā ra_ rs st ta_ ti_ un_
        uz vi 1 _ap _s _v aks as ik no ot pa sa ts tu vai
        """),
    LanguageProfile(
      .lithuanian, letters: "ąčęėįšųūž",
      words: """
        ir yra su iš apie į kad bet ar kaip tai tas ta tą šis ši šią šie kas ką kur kada kodėl nes aš tu jis ji mes
        jūs jie mano jūsų mūsų mums jums man tau ne nėra buvo bus būti esu esame esate gali galite galiu galime reikia
        turi turite prie po prieš iki be tarp virš per taip pat jau dar tik labai daugiau visi viskas visas kiekvienas
        kitas ačiū sveiki laba diena prašome prašau dienos dieną dienų šiandien rytoj vakar visada niekada nieko tada
        dabar čia jei jeigu savo kuris kuri kurie deja tačiau metu kartu už nuo o dėl
        """,
      parts: """
        9 _yr _ž išk kto lio nau yg ymo yv čia ė ė_ ę ū ų ų_ 8 _į arb auk eik iu lė lų lų_ nė raš ry uot yra ės š 7
        api avi din ei iam imo nų nų_ oj tė ung uo yk ą į 6 _at _ir _iš ij ila inė is_ ite ja_ net nk nė_ rod tas tų
        tų_ yt ą_ ž 5 _vi ai_ as_ ele ia ie ini ių ių_ kla ok os_ uri ės_ į_ 4 _ne ai ame da_ fai ija iš ki ma_ nas o_
        oti ti_ va či 3 _pa _pr _su aik bo io ka lai nis nt rt tin ty ym š_ 2 _k as au da do es ga gi ik ir kas ko kt
        mas mu og os pa pe s_ us 1 _š ama aš el men mo na ne nta om pi pra ra ta ti to tu uk ve
        """),
    LanguageProfile(
      .hungarian, letters: "áéíóöőúüű",
      words: """
        a az és hogy nem is egy ez van volt lesz lenni vagy de ha mint csak meg már még el ki be fel le itt ott én te
        ő mi ti ők ön önök nekem önnek nekünk azt ezt azok ezek ami aki amely ahol amikor hogyan miért mert mikor hol
        mit kell lehet tud tudja tudom tudunk szeretne szeretném kérjük kérem köszönöm köszönjük szia üdvözlöm jó
        napot nap napon napja ma holnap tegnap mindig soha semmi minden más nagyon több sok után előtt között nélkül
        alatt szerint által illetve valamint vagyok vagyunk vannak nincs sem sajnos akkor most így úgy olyan azonban
        kapcsolatban belül
        """,
      parts: """
        9 _né _és egy fog gá ssz vár áb áj án ép ív ó ú ű 8 _sz agy cso kar meg ncs sz szi ése ö ő 7 _ki _ké go ió á
        ál ár ás é í 6 _az ada cs inc ott ása él ép_ ít ü ő_ 5 _a_ _cs ba_ gye ha ker len tel tt_ tás vé ya ye zt ó_
        ül 4 fe gy gé ku lá nc nk ny ok oz tá té ze 3 _j _le al_ be ek_ ene et ez gy_ i_ int ké lt m_ nem ol on pe ro
        sz_ tat tí vi át ér ör 2 _f _ha _me _ne _re ak at el g_ ik je kö ly lé má n_ nt ok_ rá tt va zi zá áli és 1 _a
        _c _e _h _k _t _é a_ az ba eg ek ke l_ né or sá t_ vá ás_
        """),
  ]
}
