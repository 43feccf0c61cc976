/// German words of which one place in a sentence holds at most one: a group a line, its sides apart by a bar.
enum ExclusiveGermanWords {
  static let lines = """
    hund hunde welpe | katze katzen kater | pferd pferde | kuh kuhe | schaf schafe | ziege ziegen | schwein schweine | vogel | fisch fische | affe affen | elefant elefanten | lowe lowen | tiger | bar baren | hase hasen kaninchen | maus mause | wolf wolfe | fuchs
    auto autos wagen pkw | lastwagen lkw | bus busse | zug zuge | flugzeug flugzeuge | hubschrauber | boot boote schiff schiffe | fahrrad fahrrader rad | motorrad motorrader | strassenbahn | taxi
    gitarre gitarren | klavier | geige violine | flote | trommel | trompete
    fussball | handball | basketball | tennis | golf | eishockey | volleyball
    apfel | banane bananen | orange orangen | birne birnen | zitrone zitronen | tomate tomaten | kartoffel kartoffeln | zwiebel zwiebeln | gurke gurken | karotte karotten
    kaffee | tee | saft | milch | wasser | bier | wein
    zucker | salz | mehl | butter | ol | pfeffer
    brot | reis | nudeln | suppe | salat | kuchen | kase
    fruhstuck | mittagessen | abendessen
    rot | blau | grun | gelb | schwarz | weiss | braun | grau | orange | rosa | lila violett
    silbern | golden goldener goldenen
    holz holzern holzerne | metall stahl eisen | plastik kunststoff | glas | leder | papier | baumwolle | stein | beton
    kuche | badezimmer bad | schlafzimmer | wohnzimmer | garage | keller | garten | balkon
    strand | park | berg berge | wald walder | wuste | strasse strassen | fluss | see | meer | insel | dorf
    schule schulen | kirche kirchen | krankenhaus | flughafen | bahnhof | bibliothek | museum | hotel | restaurant | bank | theater | markt | gefangnis | universitat | fabrik | apotheke
    hand hande | fuss fusse | kopf | arm arme | bein beine | auge augen | ohr ohren | nase | mund | schulter | knie
    hemd | hose | kleid | rock | jacke mantel | hut mutze | schuh schuhe | pullover
    tisch | stuhl | bett | sofa couch | tur | fenster | wand | boden | dach
    lehrer lehrerin | arzt arztin | anwalt anwaltin | krankenschwester pfleger | ingenieur ingenieurin | fahrer | pilot | koch | kellner | bauer | soldat soldaten | richter | journalist | maler | musiker | schauspieler | sanger | student studenten | schuler | professor | prasident | sekretar | direktor | minister | burgermeister
    vater | mutter | bruder | schwester schwestern | sohn sohne | tochter | grossvater opa | grossmutter oma | onkel | tante | neffe | nichte | ehemann | ehefrau
    konig | konigin | prinz | prinzessin | kaiser
    mann manner herr herren | frau frauen dame damen
    junge jungen bub | madchen
    kunde kunden kaufer | verkaufer
    arbeitgeber | arbeitnehmer
    vermieter | mieter
    absender | empfanger
    gewinner sieger | verlierer
    freund freunde | feind feinde
    eingang | ausgang
    ankunft | abfahrt abflug
    tag | nacht
    krieg | frieden
    leben | tod
    liebe | hass
    erfolg erfolge | misserfolg scheitern
    sieg siege | niederlage niederlagen
    starke starken | schwache schwachen
    vorteil vorteile | nachteil nachteile
    angebot | nachfrage
    ursache | wirkung folge
    theorie | praxis
    problem | losung
    frage fragen | antwort antworten
    gewinn gewinne | verlust verluste
    einnahmen | ausgaben
    uberschuss | defizit
    reichtum | armut
    wahrheit | luge
    anfang beginn | ende schluss | mitte
    import | export
    mehrheit | minderheit
    sommer | winter | fruhling | herbst
    alt | neu
    alt | jung
    gross | klein
    grosser grossere grosseren | kleiner kleinere kleineren
    grosste grossten grosster grosstes | kleinste kleinsten kleinster kleinstes
    lang | kurz
    langer langere langeren | kurzer kurzere kurzeren
    hoch hohe hohen hoher hohes | niedrig tief
    hoher hohere hoheren | niedriger niedrigere niedrigeren tiefer
    hochste hochsten hochster hochstes | niedrigste niedrigsten tiefste tiefsten
    breit | schmal eng
    dick | dunn
    schwer | leicht
    schwierig schwer | leicht einfach
    hell | dunkel dunkle dunklen dunkler dunkles
    laut | leise
    heiss warm | kalt kuhl
    warmer warmere | kalter kaltere
    trocken | nass feucht
    schnell rasch | langsam
    schneller | langsamer
    stark | schwach
    starker starkere starkeren | schwacher schwachere schwacheren
    gut | schlecht
    besser bessere besseren | schlechter schlechtere schlechteren
    beste besten bester bestes | schlechteste schlechtesten schlechtester schlimmste schlimmsten
    billig gunstig | teuer teure teuren teurer teures
    billiger gunstiger | teurer
    reich | arm
    voll | leer
    offen geoffnet | geschlossen zu
    scharf | stumpf
    weich | hart
    sauber | schmutzig
    sicher | gefahrlich unsicher
    gesund | krank
    frisch | verdorben | gefroren
    glucklich | unglucklich traurig
    freundlich | unfreundlich
    nutzlich | nutzlos
    bekannt | unbekannt
    haufig | selten
    fruh | spat
    fruher fruhere fruheren | spater spatere spateren
    alteste altesten altester | jungste jungsten jungster
    alter altere alteren | junger jungere jungeren
    vorubergehend | dauerhaft
    offentlich | privat
    national | international
    inner innere inneren | ausser aussere ausseren
    ober obere oberen | unter untere unteren | mittlere mittleren
    linke linken linker linkes links | rechte rechten rechter rechtes rechts
    norden nord | suden sud | osten ost | westen west
    nordlich | sudlich | ostlich | westlich
    senkrecht | waagerecht waagrecht
    rund | eckig viereckig
    lebendig lebend | tot
    verheiratet | ledig | geschieden
    mannlich | weiblich
    schuldig | unschuldig
    legal | illegal
    gultig | ungultig | abgelaufen
    wahr richtig | falsch
    echt | gefalscht
    naturlich | kunstlich
    aktiv | passiv
    direkt | indirekt
    positiv | negativ
    automatisch | manuell
    moglich | unmoglich
    wahrscheinlich | unwahrscheinlich
    verfugbar | ausverkauft
    kostenlos gratis | kostenpflichtig
    taglich | wochentlich | monatlich | jahrlich
    erste ersten erster erstes | zweite zweiten zweiter zweites | dritte dritten | letzte letzten letzter letztes
    nachste nachsten nachster nachstes | letzte letzten letzter letztes vergangene vergangenen | diese diesen dieses dieser
    deutsch | franzosisch | englisch britisch | russisch | italienisch | spanisch | chinesisch | japanisch | amerikanisch | polnisch | turkisch
    katholisch | evangelisch protestantisch
    sitzt sitzen sitzend sass | steht stehen stehend stand | liegt liegen liegend lag
    geht gehen ging spaziert | rennt rennen lauft laufen lief rannte | schwimmt schwimmen schwamm | fliegt fliegen flog | springt springen sprang | klettert klettern | fahrt fahren fuhr | reitet reiten
    isst essen ass gegessen | trinkt trinken trank getrunken
    singt singen sang | tanzt tanzen
    liest lesen las gelesen | schreibt schreiben schrieb geschrieben
    lacht lachen | weint weinen
    schneidet schneiden | schalt schalen
    schiebt | zieht
    offnet offnen offnete | schliesst schliessen schloss
    kauft kaufen kaufte gekauft | verkauft verkaufen verkaufte
    leiht | verleiht
    lehrt | lernt
    gibt gab geben gegeben | nimmt nahm nehmen genommen
    sendet schickt senden gesendet geschickt | empfangt erhalt empfangen erhalten
    findet fand gefunden | verliert verlor verloren
    gewinnt gewann gewonnen gewinnen siegt | verliert verlor verloren verlieren
    baut gebaut | zerstort
    beginnt begann begonnen beginnen startet | endet endete geendet enden
    steigt stieg gestiegen steigen stiegen wachst wuchs gewachsen erhoht zugenommen steigend steigende steigenden | sinkt sank gesunken sinken sanken fallt fiel gefallen schrumpft gesenkt abgenommen sinkend sinkende sinkenden
    steigern erhohen | senken verringern reduzieren
    anstieg zunahme wachstum erhohung | ruckgang abnahme senkung
    verbessert | verschlechtert
    erlaubt gestattet | verboten untersagt
    angenommen akzeptiert zugestimmt genehmigt | abgelehnt verweigert
    unterstutzt | bekampft
    kommt kam ankommt | geht ging abfahrt
    angreifen angegriffen | verteidigen verteidigt
    geboren | gestorben
    uberlebt | stirbt starb
    einschliesslich inklusive | ausschliesslich ausgenommen
    eingeschaltet | ausgeschaltet
    ein an | aus
    vor bevor | nach nachdem | wahrend
    innerhalb binnen | ausserhalb
    uber oberhalb | unter unterhalb
    mit | ohne
    seit | bis
    fur | gegen
    wegen aufgrund | trotz
    hinauf aufwarts | hinunter abwarts
    oben | unten
    vorne vorn | hinten
    drinnen | draussen
    mehr | weniger
    mindestens wenigstens | hochstens maximal
    heute | morgen | gestern
    morgens vormittags | mittags | nachmittags | abends | nachts
    hier | dort
    jetzt | spater | fruher
    zusammen gemeinsam | getrennt
    """
}
