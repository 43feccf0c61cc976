/// What letters, words and parts of words tell the Slavic languages in Latin letters.
extension LanguageProfile {
  static let latinSlavic: [LanguageProfile] = [
    LanguageProfile(
      .polish, letters: "ąćęłńóśźż",
      words: """
        i w z na się nie do że to jest o jak ale po co za od przez dla tak czy już tylko przy jego jej ich ten ta te
        tego tej tym tych są był była było być może można mogę możemy ma mam mają mamy mnie mi nas nam ci cię państwa
        państwu pan pani ja ty on ona my wy oni mój moja twój swój nasz nasza nasze gdzie kiedy kto dlaczego ponieważ
        bez pod nad między przed oraz lub albo jeśli jeżeli bardzo też również wszystko wszystkie każdy inny dziękuję
        dziękujemy dzień dobry proszę prosimy dni dziś jutro wczoraj zawsze nigdy nic jeszcze tu tutaj aby żeby który
        która które których niestety ze we zostanie będzie
        """,
      parts: """
        9 cj cja czy lub mie sz sza yj ę ł ła ń ńs 8 _wy ach acj ał cz dla dz nia owa uż ów_ ą ć_ ę_ ło łu ś ż 7 _cz
        czn jes oś prz wa_ wy wy_ yc ów ąc 6 ać ać_ bra ego ie_ ię ki_ kt ny_ ry rze uc zy ó śc ści 5 _do _ko _z_ aln
        dn ie j_ jak nie ok ole pod za 4 _ni _w_ ka ka_ ow pl rz ró u_ ub_ wan wi yt ć 3 _z ab aw ej ia io ja je ki ko
        ku na_ oc om sk ty wie wo y_ 2 _g _ma _na _o _p _po _w ch ch_ gi ks m_ mo ni ny ski sp st wa ych ze zn 1 _i
        _je _l _r _za a_ ak e_ ek i_ na o_ ost po pr ru to tr ym z_ zi
        """),
    LanguageProfile(
      .czech, letters: "áčďéěíňóřšťúůýž",
      words: """
        a v na se je že s z do to o k pro jako ale po za od by jsem jsme jste jsou byl byla bylo být bude budou může
        můžete mohu má mám mají máme mě mi nás nám vás vám vaše váš vaši ten ta tento tato toto té tom těch které
        který která kteří kde kdy kdo proč protože bez pod nad mezi před nebo pokud když velmi také všechno všechny
        každý jiný děkuji děkujeme dobrý den prosím dní dnů dnes zítra včera vždy nikdy nic ještě už tady zde aby není
        nejsou si své jen pouze i tak co jak při až ve ze ke byste ho jeho její jejich náš naše bohužel než
        """,
      parts: """
        9 _zp _ú dpo ké_ lní mě rní rů ván vě ě ř ů ů_ 8 bud ka_ vat á í ře ří š 7 ci_ jak ky_ ká ně sou yl ze_ íl ís
        ý ě_ ři ž 6 ha ná př uj vy vý zov á_ ání áv é ít ý_ ěn 5 _j _př _v_ _z em_ ké lí ný pře to_ ze é_ í_ č če 4
        _po _se _vy at_ ch du hl kl ky mí ní ok ou ry tel u_ y_ 3 _a _je _ne _v ce_ do eb ez ho je ko na_ né obr pro
        rá se_ st vé ál án áz 2 _b _do _k _n _od _ro _ve _za av ce dr el h_ it ku l_ la le no ol ov ož prá ra sk ské
        tav za 1 _p _s _č am by dn dá je_ li má na ní_ o_ po ro sl to át
        """),
    LanguageProfile(
      .slovak, letters: "áäčďéíĺľňóôŕšťúýž",
      words: """
        a v na sa je že s z do to o k pre ako ale po za od by som sme ste sú bol bola bolo byť bude budú môže môžete
        môžem má mám majú máme ma mi nás nám vás vám vaše váš vašu ten tá tento táto toto tej tom tých ktoré ktorý
        ktorá ktorí kde kedy kto prečo pretože bez pod nad medzi pred alebo ak keď veľmi tiež všetko všetky každý iný
        ďakujem ďakujeme dobrý deň prosím dní dnes zajtra včera vždy nikdy nič ešte už tu aby nie si svoje len iba aj
        tak čo pri až vo zo ku ho jeho jej ich náš naša naše bohužiaľ žiaľ než
        """,
      parts: """
        9 aní iac ké leb mie oľ yh áln ô ú ľ ľa ľk ťa 8 ej_ iad ka_ ká ov_ ís ív ý š 7 _z bez eľ iť_ kto ky lí ná á áv
        í ý_ 6 _ak _sú ie ie_ prí rá rí teľ vať á_ ú_ č ť ť_ ž 5 ani iť ný ok om_ to_ uje y_ zo é čí 4 _je _v_ _vy ba_
        bu ch ebo eni ia ky_ nie ná_ né ov sk sú u_ uj vy vý ár é_ ší 3 _j _na _ná _o _v _zo aj av ať ať_ ci do dok dp
        ed ho ia_ ko len me ou_ pri re_ up či ži 2 _k _p _pr _sa ad ale bo ený ex kon lo_ ly lá na_ ne ny né_ ob odp
        po pre st sti tv zn zá 1 _a _n _po _s a_ je je_ kt ku ln no ný_ re rov to tu_ v_ ve
        """),
    LanguageProfile(
      .slovenian, letters: "čšžćđ",
      words: """
        in v na se je da s z do to o za pa kot ali od bi sem smo ste so bil bila bilo biti bo bodo lahko more ima imam
        imajo imamo me mi nas nam vas vam vaš vaša vaše ta ti te tega tej tem teh ki kje kdaj kdo zakaj ker brez pod
        nad med pred če ko zelo tudi vse vsak drug hvala dober dan prosim prosimo dni danes jutri včeraj vedno nikoli
        nič še že tukaj tu ne ni niso si svoj svojo samo le tako kaj kako pri po iz k h jih njegov njena naš naša naše
        žal kar kateri katera katere ampak torej vendar boste lepo pozdravljeni
        """,
      parts: """
        9 jo_ odl ogo prt sed tev več vz zp čak šk šč 8 _vs omn skl 7 _iz dru ega eza goč ki_ lj nos pak rab raz zve č
        6 dol ej ezn jav ov_ pis ska š ž 5 _us _z_ aj del iz jen ka_ kaz ke_ ok seb 4 _do _im _oz _za anj ev ilo in_
        izb ja je_ ko_ ne_ neg ni nj od po pre red sk ti_ že 3 _da _ko _na _pr _v_ bi_ bu ed ik il ime ir ka kot mes
        ni_ o_ st sto v_ vi 2 _o _v _z a_ al av i_ iko ipk isa ite j_ ko li_ me na na_ nov ov pr ran rn to tot upo vn
        za zna 1 _n _sp ato dat do dr e_ eka enj ez je k_ ki lo nik nje nsk ot ote oč pod te tip
        """),
    LanguageProfile(
      .croatian, letters: "čćđšž",
      words: """
        i u na se je da s sa z do to o za a kao ali od bi sam smo ste su bio bila bilo biti će ćemo ćete može možete
        mogu ima imam imaju imamo me mi nas nam vas vam vaš vaša vaše vašu taj ta te toga toj tom tih koji koja koje
        kojih gdje kada tko zašto jer bez pod nad između prije nakon ili ako kad vrlo također sve svi svaki drugi
        hvala dobar dan molim molimo dana danas sutra jučer uvijek nikada ništa još već ovdje tu ne nije nisu si svoj
        svoju samo tako što kako pri po iz k ih njegov njezin naš naša naše žao nažalost ovaj ova ovo biste li nego
        jedan dok
        """,
      parts: """
        9 _či crt doz ešk isp ičk otp tup ć đ š 8 kao laz nog će 7 _os _ot bro og_ pis usp 6 _iz _za ao_ ka_ ke_ lj
        rij ski č ž 5 _il ač dr eli jed ki_ ks lja ote red sto vr 4 _i_ _is aj ako ij ira je jev ka ko koj na ni ni_
        nja nos ok oz ti_ u_ uk uč vi že 3 _do _ov _pr _sa az du ija ije iz ja_ jan ko_ nj oj om ori sa_ sk va za ži 2
        _da _i _je _ko _ne _od _po _ra _u anj ba da dij do e_ et ika im je_ jen ju ki l_ li_ men ne od or po ra ta to
        tr čk 1 _n _na _o _p _s _se a_ ao at ed i_ ir iti iv ič iš lik lo ma na_ ne_ no oj_ ože pr re sn ve za_
        """),
  ]
}
