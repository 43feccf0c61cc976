/// What letters, words and parts of words tell the Romance languages.
extension LanguageProfile {
  static let romance: [LanguageProfile] = [
    LanguageProfile(
      .french, letters: "àâçéèêëîïôùûüœæ",
      words: """
        le la les de des du un une et est en à dans pour que qui ne pas sur avec il elle ils elles nous vous je tu on
        se ce cette ces cet son sa ses votre vos notre nos leur leurs mon ma mes par plus au aux ou où mais si comme
        être avoir a ont sont était été fait faire peut pouvez pouvons dois doit devez avez avons ai suis êtes sera
        serez merci bonjour très bien tout tous toute toutes sans sous entre après avant chez vers lors donc car aussi
        encore déjà ici là y d l c j n s qu m t quand comment pourquoi quel quelle quelles jours jour veuillez afin
        depuis pendant non oui moi toi lui rien jamais toujours
        """,
      parts: """
        9 _n' du_ eau peu uti è ée êt 8 _dé _l' gne nnu éc ée_ 7 _à_ de_ eu ien ond onn ou rs_ é ê 6 'e _d' d' ec_ ise
        l' san 5 'a 'en age att ble dan eme nom oi on_ sse sé tre ule ur_ é_ 4 _et ai ch dé eur ier ill is_ lé nt_ ouv
        par pou qu rre ss ten ts_ un_ ute à_ 3 'u _en _la ais ant e_ er_ es_ ff ge_ ie ion ir le_ lle mm ns_ ré ssi t_
        tan tte ue_ ui une 2 _ch _le _n _ré _so ati au ce ct cti et_ ga ic ne_ nn né om on s_ tio té ue uv ér 1 _a _c
        _de _p _r ag at co io les n_ pas re_ st_ tr té_ u_
        """),
    LanguageProfile(
      .spanish, letters: "áéíñóúü",
      words: """
        el la los las de del un una unos unas y es en que no a por para con se su sus lo al como más pero si o este
        esta estos estas esto ese esa eso está están son era ser fue ha han he hemos había tiene tienen tengo puede
        pueden puedo nos le les me te mi mis tu tus usted ustedes yo él ella ellos nosotros muy también ya hasta desde
        cuando donde dónde cómo qué quién porque sin sobre entre antes después todo todos toda todas otro otra cada
        gracias hola favor buenos días día hay aquí allí sí solo sólo hacer hace nuestro nuestra nuestros nuestras
        durante hoy mañana ayer siempre nunca nada algo lamentablemente
        """,
      parts: """
        9 _ej aje cio fue ión jo_ mie mue noc uie í ñ ú 8 ble pue ued 7 as_ ió os_ á 6 _y ado ea_ ipo o_ ue án ó 5 _de
        ada all ar_ ene tie 4 _es al_ cer do_ her ida ien ir_ mbr one tos una 3 _en _se _un a_ bi cia con de_ ibu iza
        mit nci nes no_ nte por qui te_ ura ón_ 2 _el _pu _re _so aci ca cad ció ece ed ej el_ en_ enc ent es_ ia id
        ido ina io la_ lo_ n_ odo os par ra_ rec rio rm rr s_ se_ to_ 1 _c _co _e _l ad ar as bre ch co com cu da e_
        ec eg es esc fic ic ie ivo la lic los ndo nto or or_ pa qu r_ rar ro tr usa vo
        """),
    LanguageProfile(
      .portuguese, letters: "àáâãçéêíóôõúü",
      words: """
        o a os as de do da dos das um uma e é em no na nos nas que não por para com se seu sua seus suas ao aos à às
        como mais mas ou este esta estes estas isto esse essa isso está estão são era ser foi há tem têm tenho temos
        pode podem posso você vocês nós ele ela eles elas eu me te meu minha muito também já até desde quando onde quê
        quem porque sem sobre entre antes depois todo todos toda todas outro outra cada obrigado obrigada olá favor
        bom dia dias aqui ali sim só fazer faz nosso nossa nossos nossas durante hoje amanhã ontem sempre nunca nada
        algo pelo pela pelos lhe lhes infelizmente num numa deve
        """,
      parts: """
        9 _é_ eir ela lh paz rã ári ê ês ês_ íve óri ú 8 _ao cio iro nh ou_ ç í ív 7 _ou as_ gem á ã ão_ õe ões 6 _um
        _á alh ar_ ilh o_ os_ ão 5 de_ ei em_ nha ss á_ ó õ 4 _at _e_ ado al_ cur da_ do_ eci eit elo nte ntr po_ qu
        uma vos çã ção 3 _a_ _de _es _nã _se a_ ara açã co das enh ent ia_ m_ nv nã não por rr te_ to_ tos vo 2 _e _o_
        _re ad aç ca co_ do dos e_ es fo ia ica id ili im io lor mo_ no ns nto om_ ome pa r_ ra_ s_ ta_ ui ura ver íd
        1 _em da de est gi ina is lha lo ma_ os que rt so spe tic tra é_
        """),
    LanguageProfile(
      .italian, letters: "àèéìíîòóùú",
      words: """
        il lo la i gli le di del della dello dei degli delle un uno una e è in nel nella nei nelle che non per con si
        suo sua suoi sue al alla allo ai agli alle da dal dalla dai come più ma o questo questa questi queste quello
        quella sono era essere stato stata ha hanno ho abbiamo avete può possono posso puoi lei noi voi io lui loro tu
        mi ti ci vi mio mia tuo tua molto anche già fino quando dove cosa chi perché senza su sul sulla sulle tra fra
        prima dopo tutto tutti tutta tutte altro altra ogni grazie ciao buongiorno favore giorni giorno qui lì sì solo
        fare fa nostro nostra nostri nostre vostro vostra durante oggi domani ieri sempre mai niente se deve entro l d
        c dell nell all sull purtroppo
        """,
      parts: """
        9 imm l' ll' ond uo zio è_ 8 _l' cc ese zza 7 chi enz rig zz 6 _il _ri amb bil dal get ggi ono oss sci tit uzi
        5 _e_ _è _è_ del i_ o_ to_ tt tti 4 agg ali are dei di_ ei_ gg nel nte ore pac pos ra_ rov ss 3 _di _es _sc
        _un a_ ale ass ato att co e_ ell ent est ia ic ina lla non nti nto one pp ppo re_ so_ ti_ tte tto un 2 _c _pe
        ag azi ca con ess ett fi for ica il_ io ion le_ ll lo_ mo ne_ ni_ no_ nz ott per po_ ro sc ser ta_ tra ut ver
        1 _da _in _u ca_ di er ere im in_ la_ li mi na_ ne on_ po ri si so ssi st ta te_ ten una è
        """),
    LanguageProfile(
      .catalan, letters: "àçèéíïòóúü·",
      words: """
        el la els les de del dels un una i és en que no a per amb es se seu seva seus seves ho al als com més però si
        o aquest aquesta aquests aquestes això està estan són era ser va van ha han he hem té tenen tinc pot poden puc
        ens li em et meu meva teu vostre vostra vostè jo ell ella ells nosaltres molt també ja fins des quan on què
        qui perquè sense sobre entre abans després tot tots tota totes altre altra cada gràcies hola bon dia dies hi
        aquí allà sí només fer fa nostre nostra nostres durant avui demà ahir sempre mai res d l s n m t us plau cal
        pel pels dins
        """,
      parts: """
        9 atg eix eu_ ió_ ny sos tge à àr èn í ï ò ú 8 _l' _és cio itz iu_ è 7 'e _ll ció iu l' ssi tre tza é_ 6 'h
        _d' _fe at_ d' nom nú ri_ rs_ ts_ tz un_ ç 5 'a _s' ar_ cte dor ls_ mb_ om_ rac s' ça ès_ ó_ 4 _a_ _co _i_ _o_
        _ve arr c_ da_ dre en_ ia_ ir_ ix ns_ nt_ ob qu ès és_ 3 _am _ca _el _ma _no _se a_ ada al_ bl de_ ei eu gu
        ida ió ll ona ons or_ ra_ rà t_ una ó 2 'es _de _en _es _p _un ca cci con di em emp es es_ esp ime l'e l_ la_
        lla per que rr s_ sc tg 1 _d _e _la _mo _pe _po _r _re at ci ct est ic les ls nt or pl pot ts
        """),
    LanguageProfile(
      .romanian, letters: "ăâîșțşţ",
      words: """
        și de la în cu o un este nu pe care a să din pentru mai că sunt se ce al ale ai lui ei îl îi le ne vă te mă am
        are au ați aveți avem fi fost va vor poate pot puteți trebuie sau dar dacă când unde cum cine prin după
        înainte între fără până foarte tot toate toți această acest acesta aceste acestea acel acea dumneavoastră noi
        voi eu tu el ea ele nostru noastră noastre dvs mulțumesc mulțumim bună ziua rog zile zi aici acum azi astăzi
        mâine ieri doar numai deja încă despre către spre fiecare alt altă orice nimic niciodată mereu asupra decât
        iar
        """,
      parts: """
        9 _ie _ș eaz hei iun saj sau ă ș 8 dă_ eal ei_ eș ii_ leg nă_ tul ui_ ul_ ân ă_ ț ți 7 _în că dă ele eză nă ră
        ră_ siu ăr 6 _î are at_ aț ați cu_ că_ ie_ iu_ iza lă lă_ oat ru_ rul să să_ tă â în_ și 5 _și esa fiș gin ică
        ier imb iș oa tă_ ză ză_ 4 _po con ea_ ia_ ic iu lu lui lur oc pro ut î în 3 _a_ _d _se _tr ac aj ate bi cu ea
        ez im iși mai nt_ nu_ pen pri tor tru un și_ șie 2 _a _c _e _f _in _la _n e_ est i_ iz l_ lo ni re_ t_ te_ ti
        u_ un_ val 1 _es _nu _pe _s ali ar az ază che de_ ie in la ne ntr num re rea te tiv tr ulu une ut_
        """),
  ]
}
