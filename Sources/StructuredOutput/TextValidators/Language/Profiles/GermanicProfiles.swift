/// What letters, words and parts of words tell the Germanic languages.
extension LanguageProfile {
  static let germanic: [LanguageProfile] = [
    LanguageProfile(
      .english, letters: "",
      words: """
        the of and to in is it you that for on with as are this be at or have from we your not can will by an if but
        our they was has all would please there more their which when were about so do my been us me may what who how
        just he she her his them then than into any after also only these out up no could should over here thank
        thanks sorry hi hello don t s ll re ve where its new before order why because every while again one two other
        need want get let day days within back still first last next some very much know like
        """,
      parts: """
        9 mbe now vic whe 8 fie ize 7 ded 6 ed_ fro ic_ ou ure val 5 _ch _of _un ace age al_ ate ay_ ea ee enc ge_ ith
        ity ld_ ll_ mov or_ rie ss y_ 4 _na _th ary can d_ kn ng_ nt_ oo s_ st_ the tic tio ts_ ue xpe 3 _bu _ca _en
        _to _w all cti cu e_ er_ fe gs_ h_ ia ing me_ n_ ore ot_ ove p_ rom rve t_ to_ 2 _a_ _fi _is _k _re _s a_ ab
        ble co con ct_ es_ ex hi ile in_ io ion k_ ke le_ m_ mb nd_ ne ng not on_ ro se_ ted th ut_ ve_ wit 1 _f _in
        _li _o _r ail an an_ at ct ec ed g_ ha in ive le ma mp o_ of_ on pe r_ ra sa set te
        """),
    LanguageProfile(
      .german, letters: "äöüß",
      words: """
        der die das und ist nicht ein eine einen einem einer eines zu zum zur den dem des mit für von im in auf an
        auch es sie ich wir ihr ihre ihren ihrem ihnen uns unser unsere mir mich dir du dein deine er sich sind war
        waren wird werden wurde wurden haben hat habe hatte kann können könnte muss müssen soll sollte möchte möchten
        wenn als wie oder aber dass daß nach bei bis aus über unter vor noch nur schon sehr mehr hier bitte danke
        vielen hallo leider gerne innerhalb durch keine kein man dann da so was wo warum weil damit um am vom ohne
        gegen zwischen diese dieser dieses diesen alle wieder bereits sowie jetzt heute morgen gibt tage tagen
        """,
      parts: """
        9 auf eug nac neu nnt nun pf sch tsc ß ä 8 _um _vo das hat hl hle ird isc nn_ tz uel ung ü 7 fü hen ion kei
        tig wen zu_ 6 _ko _zu bei cht det die ei ein erw hr ier mit von 5 _er _fü aus der en_ ich nen ss wei 4 _an _ge
        _is _un au ben ch für ge ie im_ kan kt ls_ nd_ tet uf ze zu 3 _ab _ei _nu _od _z be den eh eit ert es_ ese he_
        ie_ rt_ sel t_ tei ue ür 2 _be _d _da _mi _ni _w ab al as_ des e_ eb er fe ht lt n_ nic nn rte sen st un ür_ 1
        _de _i _s als ch_ d_ en er_ eu ht_ in in_ ine m_ re sp te und ur we
        """),
    LanguageProfile(
      .dutch, letters: "éëïèöüáóêç",
      words: """
        de het een en van is niet dat in op te met voor zijn aan er ik je jij u uw we wij ons onze hij ze zij die dit
        deze als maar om ook nog bij of wel naar dan kan kunt kunnen moet moeten wordt worden werd heeft hebben heb
        had was waren door over uit tot geen meer al hoe wat wie waar waarom wanneer graag alstublieft bedankt dank
        hallo binnen onder tussen zonder na zo mijn jouw hun haar hem veel zal zullen wil willen zou nu hier daar alle
        andere via dagen sinds omdat mag gaan weer even vandaag morgen helaas
        """,
      parts: """
        9 cht dui gee gev ij ië nw oud sch uik uur uw 8 aa aal isc oe waa 7 akk ee het ijd ijk jk kt_ nen uit ë 6 _ee
        _on _z aar bru ei met ond oo oor 5 _is aan af en_ gro iet jd ls_ tie van 4 _be _na ct dig dit gel ie_ ing ken
        lei len s_ sie tij ui voo we 3 _al _en _ge _he _k _wa ati d_ de_ der e_ eer ek eld ep est g_ ge geb ie kke nie
        op_ ou sta tte 2 _do _in _ni _to _v _va _ve _vo an_ ang ar_ bes ch eb el er eve hee ht l_ lij om on pe raa ren
        sc t_ taa ten ts ver vo 1 _b _me _op _te an een ege en erd et_ in_ n_ ro rt te_
        """),
    LanguageProfile(
      .swedish, letters: "åäöé",
      words: """
        och att det som en ett är på i av för med inte till den de har vi du jag om kan din ditt dina er era vår våra
        oss han hon sig så men från var när ska skall skulle eller här där också hos mot vid efter innan under över
        utan mellan inom mycket många mer alla någon något några detta denna dessa blir bli blev vara varit hade måste
        vill får finns tack hej vänligen gärna idag igår imorgon hur vad vem varför man min mitt mig dig ni sin sitt
        upp ut bara redan igen dagar tyvärr behöver göra
        """,
      parts: """
        9 _av _ut eda gor ä ö 8 inn nsk och rä å 7 amn ion nge nin nvä yc yck är_ 6 _an _ny ela ess för kap ket kt öv
        5 _i_ _lä _öv ck en_ era isa isk med mma nde om_ än ör öve 4 _en _fö _på _vi _vä ade as_ av_ das de_ fö gt_
        igt kä ler ll på rar rå tt var 3 _f _ko _s _sk _ti _va _ä _ö ad_ eri ex g_ ka kl kr l_ lj lä mn nf ns_ one på_
        rad sk som t_ tt_ vän är 2 _in _o _om _re a_ ar ar_ bl ch d_ et_ ett ig iv kan ko ner nte r_ ra_ sk_ ss te_
        ter v_ vä ån 1 _me at att ba da er gen id_ ing int ka_ kt_ la_ ll_ lt_ mm n_ ns st ta ti ut änd äs ör_
        """),
    LanguageProfile(
      .danish, letters: "æøåé",
      words: """
        og at det som en et er på i af for med ikke til den de har vi du jeg om kan din dit dine jeres vores os han
        hun sig så men fra var når skal skulle eller her der også hos mod ved efter inden under over uden mellem meget
        mange mere alle nogen noget nogle dette denne disse bliver blive blev være været havde må vil får findes tak
        hej venligst gerne dag går morgen hvordan hvad hvem hvorfor hvornår hvor man min mit mig dig sin sit op ud kun
        allerede igen dage desværre gør gøre lave bare hvis tilbage uge penge gennem ligge
        """,
      parts: """
        9 _kø _ud afs bn dga ejl fla rug ræ æ æn øgl øj 8 egn 7 avn giv igt ø 6 _af dat ion kt med ret sk v_ å 5 _i_
        dt dv kke lad lg lut nin nsk ses sk_ sse var vis 4 _at _et _ge _ko bru dre dst ej fej g_ ind kal ler lle læ
        nge og_ på_ til tte øg 3 _er _op _på _u _væ ce e_ ed ede els elt ere et_ for ikk il_ kan kk l_ om på r_ rin
        rre t_ tio uge vn yt 2 _f _ik _k _ka _og _s _sk _ti _vi amm d_ de den ds ed_ en_ er_ f_ gen gle gt_ ik ke ke_
        lig n_ nde nt om_ ppe st und ve ved vne 1 _e _m _r _t af de_ det en er et fo ge ig isk li ne_ ng og or_ ske
        ven
        """),
    LanguageProfile(
      .norwegian, letters: "æøåéòóô",
      words: """
        og at det som en et er på i av for med ikke til den de har vi du jeg om kan din ditt dine deres vår våre oss
        han hun seg så men fra var når skal skulle eller her der også hos mot ved etter innen under over uten mellom
        mye mange mer alle noen noe dette denne disse blir bli ble være vært hadde må vil får finnes takk hei
        vennligst gjerne dag går morgen hvordan hva hvem hvorfor hvor man min mitt meg deg dere sin sitt opp ut bare
        allerede igjen dager dessverre gjør gjøre lage hvis tilbake uke penger gjennom ligger ei kunne
        """,
      parts: """
        9 _ut _å_ egn fei gje kje kk_ nnd øk øy 8 _av asj erd kj sj sjo tt_ ø 7 avn du_ ei eld gj inn lg ndr opp sk 6
        _le jon kk kt nn_ nøk ruk ses uke var å ær økk 5 _i_ _ko bru dat ila kan ler nø om_ ss ull utt vn_ 4 _og _på
        _vi all ed_ il_ ing kkj lag nge nn ny ppr på rt_ rå tt v_ vis vsl 3 _ti _ve arg e_ en_ ert g_ har ik ikk inj
        ka kke ll_ med nta og_ pp på_ t_ til 2 _er _f _ik _me _ov _s _st _va _å ar_ av_ br de det ed eil en er_ et et_
        ett for ig_ ke_ ko kri ks lar ll om r_ re å_ 1 _e _fo _t _u eks ell er ke l_ lt_ or_ p_ rdi te
        """),
  ]
}
