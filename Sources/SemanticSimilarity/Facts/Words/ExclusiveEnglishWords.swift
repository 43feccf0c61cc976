/// English words of which one place in a sentence holds at most one: a group a line, its sides apart by a bar.
enum ExclusiveEnglishWords {
  static let lines = things + "\n" + qualities + "\n" + actions + "\n" + relations

  private static let things = """
    dog puppy pup | cat kitten | horse pony | cow cattle bull | sheep lamb | goat | pig | bird | fish | monkey | elephant | lion | tiger | bear | panda | rabbit bunny | mouse mice | rat | wolf wolves | fox foxes | deer | squirrel | turtle | snake | frog | whale | dolphin | shark | zebra | giraffe | camel | donkey
    duck | chicken hen | goose geese | parrot | pigeon | owl | eagle | penguin | swan
    bee | ant | spider | fly flies | mosquito | butterfly butterflies
    car automobile | truck lorry | bus | train | plane airplane aircraft aeroplane jet | helicopter | boat ship | bicycle bike | motorcycle motorbike bike scooter | tram | taxi cab | van | tractor | ferry ferries | subway
    guitar | piano | violin fiddle | flute | drum | trumpet | saxophone | cello | harp | clarinet | accordion | harmonica
    baseball | football soccer | basketball | tennis | golf | hockey | cricket | rugby | volleyball | badminton | chess | swimming | boxing
    apple | banana | orange | lemon | tomato tomatoes | potato potatoes | onion | carrot | cucumber | garlic | mushroom | strawberry strawberries | grape | cherry cherries | pear | peach peaches | mango | pineapple | melon | broccoli | cabbage | egg | cheese
    beef steak | pork | chicken | lamb | turkey | fish | shrimp prawn | bacon | ham | tofu
    coffee | tea | juice | milk | water | beer | wine | lemonade
    sugar | salt | flour | butter | oil | pepper | vinegar | honey
    bread | rice | pasta noodles | soup | salad | pizza | sandwich sandwiches | cake | cookie
    breakfast | lunch | dinner supper
    red | blue | green | yellow | black | white | orange | purple violet | pink | brown | gray grey | turquoise | beige
    silver | gold golden | copper | bronze | platinum
    wooden wood | metal metallic steel iron | plastic | glass | leather | paper | cotton | wool woolen woollen | silk | stone | concrete | brick | rubber | ceramic | cardboard
    kitchen | bathroom | bedroom | garage | basement cellar | attic | garden yard | balcony balconies | hallway
    beach | park | mountain | forest woods | desert | street road | river | lake | sea ocean | island | village | hill | valley
    school | church churches | hospital | airport | station | library libraries | museum | hotel | restaurant | bank | theater theatre | market | stadium | prison jail | university universities college | zoo | factory factories | pharmacy pharmacies | bakery bakeries
    hand | foot feet | head | arm | leg | eye | ear | nose | mouth | shoulder | knee | finger | elbow | wrist | ankle
    heart | lung | liver | kidney | brain | stomach | skin
    shirt | pants trousers jeans | dress dresses | skirt | jacket coat | hat cap | shoe | boot | sweater | shorts | glove | scarf | tie | sock
    table desk | chair | bed | sofa couch couches | shelf shelves | door | window | wall | floor | ceiling | roof
    laptop | phone smartphone telephone | tablet | printer | camera | television tv | radio | keyboard | monitor
    book | newspaper | magazine | letter | email | film movie | song | poem | novel | play
    gas gasoline petrol | diesel | electricity | coal | oil | hydrogen
    teacher | doctor physician | lawyer attorney | nurse | engineer | driver | pilot | chef cook | waiter | farmer | soldier | firefighter fireman | judge | journalist reporter | painter | musician | actor | actress | singer | dancer | student | professor | scientist | president | secretary secretaries | manager | director | minister | senator | governor | mayor | accountant | architect | carpenter | electrician | plumber | baker | butcher | dentist | surgeon | priest | editor | photographer | designer | programmer developer | analyst | consultant
    father dad daddy | mother mom mum mommy | brother | sister | son | daughter | grandfather grandpa | grandmother grandma | uncle | aunt | nephew | niece | husband | wife wives | grandson | granddaughter
    king | queen | prince | princess princesses | emperor | empress
    boy | girl
    man men gentleman gentlemen guy | woman women lady ladies
    baby babies infant toddler | teenager teen | adult
    customer client buyer purchaser | seller vendor | employee worker | employer
    landlord | tenant renter
    lender | borrower
    plaintiff | defendant
    host | guest
    sender | recipient receiver
    winner | loser
    victim | attacker perpetrator
    hero heroes | villain
    friend ally allies | enemy enemies foe
    parent | child children
    entrance | exit
    arrival | departure
    sunrise dawn | sunset dusk
    day daytime | night nighttime
    war | peace
    life | death
    birth | death
    heaven | hell
    love | hate hatred
    success | failure
    victory victories | defeat
    strength | weakness weaknesses
    advantage benefit | disadvantage drawback
    supply | demand
    cause | effect consequence
    theory | practice
    problem | solution
    question | answer
    surplus surpluses | deficit shortage
    boom | recession
    inflation | deflation
    income earnings revenue sales | expense spending cost | debt
    profit | loss losses
    asset | liability liabilities
    wealth | poverty
    truth | lie
    presence | absence
    majority | minority
    beginning start | end ending | middle
    top | bottom
    front | back rear
    evidence proof | rumor rumour
    peak | trough
    principal | interest
    input | output
    import | export
    winter | summer | spring | autumn
    earthquake | flood | fire | storm hurricane | drought
    headache | fever | cough
    tablet pill | injection | syrup | cream ointment
    """

  private static let qualities = """
    old | new
    old elderly aged | young
    older elder | younger
    oldest eldest | youngest
    ancient old | modern contemporary
    big large huge great | small little tiny
    bigger larger greater | smaller
    biggest largest greatest | smallest
    long | short
    longer | shorter
    longest | shortest
    tall high | short low
    taller higher | shorter lower
    tallest highest | shortest lowest
    wide broad | narrow
    wider broader | narrower
    thick fat | thin slim
    deep | shallow
    deeper | shallower
    heavy | light
    heavier | lighter
    bright light | dark dim
    brighter lighter | darker dimmer
    loud noisy | quiet silent
    hot warm | cold cool
    hotter warmer | colder cooler
    hottest warmest | coldest coolest
    dry | wet damp
    fast quick rapid speedy | slow
    faster quicker | slower
    fastest quickest | slowest
    quickly rapidly | slowly gradually
    strong | weak
    stronger | weaker
    strongest | weakest
    good great fine | bad poor
    better | worse
    best | worst
    easy simple | hard difficult
    easier simpler | harder
    easily | hardly
    simple | complex complicated
    cheap inexpensive | expensive costly
    cheaper | dearer pricier
    rich wealthy | poor
    full | empty | half
    open | closed shut
    sharp | blunt dull
    soft | hard firm
    smooth | rough
    clean | dirty
    safe secure | dangerous unsafe
    healthy | sick ill
    fresh | rotten stale | frozen | dried
    raw | cooked
    sweet | sour | bitter | salty | spicy
    happy glad cheerful | sad unhappy
    calm | nervous | angry
    kind | cruel
    polite | rude
    honest | dishonest
    clever smart intelligent | stupid
    brave | cowardly
    patient | impatient
    friendly | hostile unfriendly
    optimistic | pessimistic
    hopeful | hopeless
    careful | careless
    useful helpful | useless
    harmless | harmful
    famous known | unknown
    popular | unpopular
    common | rare | unusual
    usual normal ordinary | unusual abnormal
    major | minor
    main | secondary
    primary | secondary | tertiary
    initial | final
    former previous past | current present | future
    existing | new
    early | late
    earlier sooner | later
    earliest | latest
    recent | ancient
    temporary | permanent
    private | public
    local | global worldwide
    domestic | foreign
    national | international | regional | local
    internal inner | external outer
    interior | exterior
    upper | lower | middle
    front | rear
    left | right
    north | south | east | west
    northern | southern | eastern | western
    northeast | northwest | southeast | southwest
    northeastern | northwestern | southeastern | southwestern
    rural | urban
    vertical | horizontal | diagonal
    parallel | perpendicular
    odd | even
    solid | liquid | gaseous
    square | round circular | triangular | rectangular | oval
    single | double | triple
    sunny | rainy | cloudy | snowy | windy | foggy
    asleep sleeping | awake
    alive living | dead
    missing absent | present existing
    married | single unmarried | divorced | widowed
    pregnant | infertile
    male | female
    masculine | feminine
    maternal | paternal
    employed | unemployed
    retired | active
    guilty | innocent
    legal lawful | illegal unlawful
    valid | invalid | expired
    true | false
    right correct | wrong incorrect
    real genuine authentic | fake false
    natural | artificial synthetic
    active | passive | inactive
    direct | indirect
    explicit | implicit
    formal | informal
    absolute | relative
    abstract | concrete
    partial | total complete full comprehensive
    limited | unlimited | abundant
    significant considerable substantial | insignificant negligible | limited
    positive | negative | neutral
    gross | net
    wholesale | retail
    fixed | variable
    mandatory compulsory required obligatory | optional voluntary
    automatic | manual
    online | offline
    digital | analog analogue
    wired | wireless
    visible | invisible
    possible feasible | impossible
    likely probable | unlikely
    able capable | unable incapable
    available | unavailable
    identical same | different
    similar alike | different
    equal | unequal
    free complimentary | paid | charged
    civilian | military
    democratic | authoritarian
    liberal | conservative
    christian | muslim islamic | jewish | buddhist | hindu
    catholic | protestant | orthodox
    visual | auditory | tactile
    physical | mental | digital
    daily | weekly | monthly | quarterly | yearly annual annually
    hourly | daily
    first | second | third | last final
    supervised | unsupervised
    peaceful | violent
    stable | unstable
    dense | sparse
    flat | steep
    fertile | barren
    tight | loose
    voluntarily | involuntarily
    barefoot | shod
    blond blonde | brunette
    unchanged constant | improved | worsened
    direct | roundabout
    """

  private static let actions = """
    sit sitting sat seated | stand standing stood | lie lying lies lay laying | kneel
    walk stroll | run running ran jog | swim swimming swam | fly flying flew | jump leap | climb | crawl | ride riding rode | drive driving drove | ski skiing | skate
    eat ate eaten | drink drank drunk
    sing sang sung | dance
    read | write writing wrote written
    slice cut cutting chop chopping | peel | stir mix | fry fried frying | boil | bake | grill
    laugh smile | cry cried weep
    sleep slept sleeping | wake woke
    push | pull
    throw threw thrown | catch caught
    open | close shut shutting
    buy bought purchase acquire | sell sold
    lend lent loan | borrow
    give gave given | take took taken
    send sent | receive
    ask | answer reply replied
    speak spoke talk | listen
    find found | lose lost
    win won winning | lose lost losing | draw drew
    remember | forget forgot forgotten
    build built construct | destroy demolish
    create | destroy
    hire | fire dismiss
    marry married | divorce
    save | spend spent | waste
    earn | owe | pay paid
    attack | defend
    arrive | leave left depart
    land | take
    enter | exit leave left
    upload | download
    install | uninstall
    connect | disconnect
    lock | unlock
    load | unload
    attach | detach
    subscribe | unsubscribe
    log sign | unlog
    agree | disagree
    accept approve | reject refuse decline
    allow permit | forbid forbidden prohibit ban banned prevent
    appear | disappear vanish
    encourage | discourage
    like love enjoy | dislike hate
    trust | distrust
    respect | disrespect
    expand grow grew grown | shrink shrank contract
    extend lengthen | shorten
    strengthen | weaken
    widen | narrow
    improve | worsen deteriorate
    raise | lower | maintain keep kept
    increase rise rose risen grow grew grown gain climb jump surge | decrease fall fell fallen drop dropped decline shrink shrank reduce plunge
    increasing rising growing climbing | decreasing falling declining dropping | stable
    increased | decreased
    heat warm | cool chill
    freeze froze frozen | melt
    tighten | loosen
    accelerate | decelerate slow
    advance | retreat
    admit | deny denied
    confirm | deny denied
    praise | criticize criticise
    help assist | hinder hamper
    protect | endanger
    succeed | fail
    survive | die died perish
    hide hid hidden conceal | show reveal
    include | exclude
    add | remove delete subtract
    multiply multiplied | divide
    double | halve | triple | quadruple
    start begin began begun commence launch | stop end finish cease complete
    continue | stop quit halt
    enable activate | disable deactivate
    support back favor favour | oppose resist
    join | leave left
    ascend | descend
    inhale | exhale
    import | export
    deposit | withdraw withdrew withdrawn
    invest | divest
    credit | debit
    inflate | deflate
    encode | decode
    encrypt | decrypt
    compress | decompress
    separate split | combine merge
    ignore | consider
    obey | disobey
    believe | doubt
    win victory | defeat
    overestimate | underestimate
    overpaid | underpaid
    conquer | surrender
    employ | dismiss
    release free freed | arrest capture imprison
    convict | acquit acquitted
    rescue | abandon
    keep kept | delete discard
    replace | keep
    confirmed | denied
    delay postpone postponed | advance
    on | off
    promote | demote
    boost spur stimulate promote foster | hinder impair hamper curb
    add | cut reduce
    manned | unmanned
    diverse varied | identical uniform
    gain | loss losses
    nominate appoint elect | dismiss
    """

  private static let relations = """
    before prior | after following | during
    within | after | before
    above over | below under beneath underneath
    inside into | outside
    on onto | under underneath beneath | behind | beside
    front | behind
    up upwards upward | down downwards downward
    with | without
    since | until till
    for | against
    through | around
    near nearby | far
    because since due | despite although though
    if | unless
    including | excluding except
    more | less fewer
    most | least
    maximum | minimum
    ahead | behind
    forward forwards | backward backwards
    clockwise | counterclockwise anticlockwise
    indoors | outdoors
    upstairs | downstairs
    inland | offshore
    abroad overseas | home
    today tonight | tomorrow | yesterday
    this | last | next
    ago | hence
    here | there | elsewhere
    now currently | later | formerly previously
    together jointly | separately apart
    alone | together
    morning | afternoon | evening | night
    weekdays | weekends
    weekday | weekend
    once | twice
    exactly precisely | approximately roughly
    already | yet
    """
}
