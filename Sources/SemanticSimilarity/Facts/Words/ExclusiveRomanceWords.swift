/// French, Spanish, Italian and Portuguese words of which one place in a sentence holds at most one: a group a line, its
/// sides apart by a bar.
enum ExclusiveRomanceWords {
  static let french = """
    chien chiot | chat chaton | cheval chevaux | vache | mouton | chevre | cochon porc | oiseau oiseaux | poisson | singe | elephant | lion | tigre | ours | lapin | souris | loup | renard
    voiture auto automobile | camion | bus autobus | train | avion | helicoptere | bateau bateaux navire | velo bicyclette | moto motocyclette | tramway | taxi
    guitare | piano | violon | flute | tambour batterie | trompette
    football | basket | tennis | golf | hockey | rugby | volley
    pomme | banane | orange | poire | citron | tomate | oignon | carotte | concombre
    boeuf | porc | poulet | agneau | poisson
    cafe | the | jus | lait | eau | biere | vin
    sucre | sel | farine | beurre | huile | poivre
    pain | riz | pates | soupe | salade | gateau | fromage
    rouge | bleu | vert | jaune | noir | blanc blanche blanches blancs | brun marron | gris | orange | rose | violet violette
    or dore doree | argent argente argentee
    bois | metal acier fer | plastique | verre | cuir | papier | coton | laine | pierre | beton
    cuisine | chambre | salon | garage | cave | jardin | balcon
    plage | parc | montagne | foret | desert | rue route | riviere fleuve | lac | mer ocean | ile | village
    ecole | eglise | hopital | aeroport | gare | bibliotheque | musee | hotel | restaurant | banque | theatre | marche | prison | universite | usine | pharmacie
    main | pied | tete | bras | jambe | oeil yeux | oreille | nez | bouche | epaule | genou
    chemise | pantalon | robe | jupe | veste manteau | chapeau | chaussure | pull
    table | chaise | lit | canape | porte | fenetre | mur | toit
    professeur enseignant | medecin docteur | avocat | infirmier infirmiere | ingenieur | chauffeur conducteur | pilote | cuisinier chef | serveur | agriculteur | soldat | juge | journaliste | peintre | musicien | acteur | chanteur | etudiant | president | secretaire | directeur | ministre | maire
    pere papa | mere maman | frere | soeur | fils | fille | oncle | tante | neveu | niece | mari epoux | femme epouse
    homme monsieur garcon | femme dame fille
    homme monsieur | femme dame
    roi | reine | prince | princesse
    client acheteur | vendeur
    employeur | employe salarie
    ami | ennemi
    entree | sortie
    arrivee | depart
    jour | nuit
    guerre | paix
    vie | mort
    amour | haine
    succes reussite | echec
    victoire | defaite
    force | faiblesse
    avantage | inconvenient
    offre | demande
    cause | effet consequence
    theorie | pratique
    probleme | solution
    question | reponse
    gain benefice | perte
    recettes revenus | depenses
    excedent | deficit
    richesse | pauvrete
    verite | mensonge
    debut commencement | fin | milieu
    importation importations | exportation exportations
    majorite | minorite
    ete | hiver | printemps | automne
    grand gros | petit
    vieux vieille vieilles ancien ancienne anciens anciennes age | jeune nouveau nouvelle nouvelles nouveaux neuf neuve
    long longue | court
    haut eleve | bas basse basses
    large | etroit
    epais epaisse | mince
    lourd | leger legere
    clair | sombre fonce
    chaud | froid
    sec seche | mouille humide
    rapide | lent
    rapidement vite | lentement
    fort puissant | faible
    bon bonne | mauvais
    meilleur mieux | pire
    facile simple | difficile complexe
    cher chere couteux | gratuit
    riche | pauvre
    plein | vide
    ouvert | ferme fermee fermes fermees
    doux douce | dur
    propre | sale
    sur | dangereux dangereuse
    heureux heureuse content | malheureux malheureuse triste
    utile | inutile
    connu celebre | inconnu
    frequent courant | rare
    tot | tard
    prive | public publique publics publiques
    national nationale nationaux | international internationale internationaux | regional regionale | local locale
    interieur | exterieur
    interne | externe
    superieur | inferieur | moyen
    gauche | droite
    nord | sud | est | ouest
    rond | carre
    vivant | mort
    marie | celibataire | divorce
    masculin | feminin
    coupable | innocent
    legal legale | illegal illegale
    valide valable | invalide | expire
    vrai | faux fausse
    naturel naturelle | artificiel artificielle
    direct | indirect
    positif positive | negatif negative
    possible | impossible
    probable | improbable
    disponible | indisponible
    gratuit | payant
    obligatoire | facultatif facultative
    quotidien quotidienne | hebdomadaire | mensuel mensuelle | annuel annuelle
    premier premiere | deuxieme second seconde | troisieme | dernier derniere
    prochain prochaine | dernier derniere passe passee
    francais francaise | allemand allemande | anglais anglaise britannique | russe | italien italienne | espagnol espagnole | chinois chinoise | japonais japonaise | americain americaine | belge | suisse
    catholique | protestant | orthodoxe
    assis assise | debout | couche allonge
    marche marchent | court courent courir | nage nagent | vole volent | saute sautent | conduit conduisent
    mange mangent manger | boit boivent boire
    chante chantent | danse dansent
    lit lire lisent | ecrit ecrire ecrivent
    rit rient sourit | pleure pleurent
    pousse | tire
    ouvre ouvrir ouvrent | ferme fermer ferment
    achete acheter achetent | vend vendre vendu vendent
    donne donner | prend prendre pris recoit
    envoie envoyer envoye | recoit recevoir recu
    trouve trouver | perd perdre perdu
    gagne gagner remporte | perd perdre perdu
    construit construire | detruit detruire
    commence commencer debute | finit termine finir
    augmente augmenter augmentent hausse progresse | diminue diminuer diminuent baisse recule reduit
    augmentation hausse croissance progression | diminution baisse recul reduction
    ameliore | aggrave
    autorise permis permet | interdit
    accepte approuve accorde | refuse rejette rejete
    soutient soutenu | combat combattu
    arrive arriver | part partir quitte
    attaque | defend defendu
    ne nee | mort morte decede
    inclus compris | exclu sauf
    avant | apres | pendant durant
    dessus | dessous
    sous | sur
    dans dedans | dehors hors
    avec | sans
    depuis | jusqu jusque
    pour | contre
    malgre | grace
    plus | moins
    aujourd | demain | hier
    matin | midi | soir | nuit
    ici | la
    maintenant | autrefois
    ensemble | separement
    devant | derriere
    """

  static let spanish = """
    perro cachorro | gato | caballo | vaca | oveja | cabra | cerdo | pajaro ave | pez peces pescado | mono | elefante | leon | tigre | oso | conejo | raton | lobo | zorro
    coche auto automovil carro | camion | autobus | tren | avion | helicoptero | barco | bicicleta bici | motocicleta moto | tranvia | taxi
    guitarra | piano | violin | flauta | tambor bateria | trompeta
    futbol | baloncesto | tenis | golf | hockey | rugby | beisbol
    manzana | platano | naranja | pera | limon | tomate | patata papa | cebolla | zanahoria | pepino
    carne | pollo | cordero | pescado
    cafe | te | zumo jugo | leche | agua | cerveza | vino
    azucar | sal | harina | mantequilla | aceite | pimienta
    pan | arroz | pasta | sopa | ensalada | pastel | queso
    desayuno | almuerzo comida | cena
    rojo | azul azules | verde | amarillo | negro | blanco | marron marrones | gris grises | naranja | rosa | morado
    dorado oro | plateado plata
    madera | metal acero hierro | plastico | vidrio cristal | cuero | papel | algodon | lana | piedra | hormigon
    cocina | bano | dormitorio | salon | garaje | sotano | jardin | balcon
    playa | parque | montana | bosque | desierto | calle carretera | rio | lago | mar oceano | isla | pueblo
    escuela colegio | iglesia | hospital | aeropuerto | estacion | biblioteca | museo | hotel | restaurante | banco | teatro | mercado | prision carcel | universidad | fabrica | farmacia
    mano | pie | cabeza | brazo | pierna | ojo | oreja | nariz | boca | hombro | rodilla
    camisa | pantalon | vestido | falda | chaqueta abrigo | sombrero | zapato | jersey
    mesa | silla | cama | sofa | puerta | ventana | pared | techo
    profesor maestro | medico doctor | abogado | enfermero | ingeniero | conductor | piloto | cocinero | camarero | agricultor | soldado | juez | periodista | pintor | musico | actor | cantante | estudiante | presidente | secretario | director | ministro | alcalde
    padre papa | madre mama | hermano | hermana | hijo | hija | abuelo | abuela | tio | tia | sobrino | sobrina | marido esposo | mujer esposa
    rey | reina | principe | princesa
    hombre senor caballero | mujer senora dama
    nino chico muchacho | nina chica muchacha
    cliente comprador | vendedor
    empleador | empleado
    amigo | enemigo
    entrada | salida
    llegada | salida partida
    dia | noche
    guerra | paz
    vida | muerte
    amor | odio
    exito | fracaso
    victoria triunfo | derrota
    fuerza | debilidad
    ventaja | desventaja
    oferta | demanda
    causa | efecto consecuencia
    teoria | practica
    problema | solucion
    pregunta | respuesta
    ganancia beneficio | perdida
    ingresos | gastos
    superavit | deficit
    riqueza | pobreza
    verdad | mentira
    principio comienzo inicio | final fin | mitad
    importacion importaciones | exportacion exportaciones
    mayoria | minoria
    verano | invierno | primavera | otono
    grande gran | pequeno
    mayor mayores | menor menores
    superior superiores | inferior inferiores | medio
    viejo antiguo anciano | joven jovenes nuevo
    largo | corto
    alto elevado | bajo
    ancho | estrecho
    grueso gordo | delgado fino
    pesado | ligero
    claro | oscuro
    caliente calido calor | frio
    seco | mojado humedo
    rapido | lento
    rapidamente | lentamente
    fuerte poderoso | debil debiles
    buen bueno | mal malo
    mejor mejores | peor peores
    facil sencillo faciles | dificil complejo dificiles
    caro | barato
    rico | pobre
    lleno | vacio
    abierto | cerrado
    blando suave | duro
    limpio | sucio
    seguro | peligroso
    feliz felices contento | infeliz triste
    util | inutil
    conocido famoso | desconocido
    frecuente comun | raro
    temprano pronto | tarde
    publico | privado
    nacional | internacional | regional | local
    interior | exterior
    interno | externo
    izquierdo | derecho
    izquierda | derecha
    norte | sur | este oriente | oeste occidente
    oriental | occidental
    redondo | cuadrado
    vivo | muerto
    casado | soltero | divorciado
    masculino | femenino
    culpable | inocente
    legal | ilegal
    valido | invalido | caducado
    verdadero cierto | falso
    natural | artificial
    directo | indirecto
    positivo | negativo
    posible | imposible
    probable | improbable
    disponible | agotado
    gratis gratuito | pago
    obligatorio | opcional voluntario
    diario | semanal | mensual | anual
    primero primer primera | segundo segunda | tercero tercer tercera | ultimo ultima
    proximo | pasado ultimo
    frances francesa franceses | aleman alemana alemanes | ingles inglesa ingleses britanico | ruso | italiano | espanol espanola espanoles | chino | japones japonesa | estadounidense | mexicano | argentino
    catolico | protestante | ortodoxo
    sentado | parado | tumbado acostado
    camina caminando | corre corriendo | nada nadando | vuela volando | salta saltando | conduce manejando
    come comiendo comer | bebe bebiendo beber
    canta cantando | baila bailando
    lee leyendo leer | escribe escribiendo escribir
    rie riendo sonrie | llora llorando
    empuja | tira
    abre abrir abren abrio | cierra cerrar cierran cerro
    compra comprar compro compraron | vende vender vendio vendieron
    da dar dio | toma tomar recibe
    envia enviar envio | recibe recibir recibio
    encuentra encontro | pierde perdio perder
    gana gano ganar ganaron | pierde perdio perder perdieron
    construye construyo | destruye destruyo
    empieza comienza empezo comenzo inicia | termina acaba termino finaliza
    aumenta aumento aumentar aumentaron sube subio subieron crece crecio crecieron incrementa incremento | disminuye disminuyo disminuir baja bajo reduce redujo redujeron descendio cae cayo cayeron bajaron disminuyeron disminuyo
    aumento crecimiento incremento subida | descenso disminucion reduccion bajada caida
    mejora mejoro | empeora empeoro
    permite permitido permitio | prohibe prohibido prohibio
    acepta acepto aceptado aprobo aprobado | rechaza rechazo rechazado nego
    apoya apoyo | rechaza combate
    llega llego llegar | sale salio partio
    entra entro | sale salio
    ataca ataco | defiende defendio
    nacio nacido | murio fallecio
    incluye incluido | excluye excluido salvo excepto
    antes | despues | durante
    encima sobre | debajo bajo
    dentro | fuera
    con | sin
    desde | hasta
    para a favor | contra
    delante | detras
    arriba | abajo
    mas | menos
    hoy | manana | ayer
    aqui | alli
    ahora | despues luego
    juntos | separados
    """

  static let italian = """
    cane | gatto | cavallo | mucca | pecora | maiale | uccello | pesce | scimmia | leone | coniglio | topo | lupo
    auto automobile macchina | camion | autobus | treno | aereo | barca nave | bicicletta | moto
    mela | banana | arancia | pera | limone | pomodoro | patata
    caffe | te | succo | latte | acqua | birra | vino
    rosso | blu azzurro | verde | giallo | nero | bianco bianca bianchi bianche | marrone | grigio | arancione | rosa | viola
    legno | metallo acciaio ferro | plastica | vetro | pelle cuoio | carta | cotone | pietra
    spiaggia | parco | montagna | foresta bosco | strada via | fiume | lago | mare | isola
    scuola | chiesa | ospedale | aeroporto | stazione | biblioteca | museo | albergo hotel | ristorante | banca | teatro | mercato | carcere prigione | universita | fabbrica | farmacia
    insegnante professore | medico dottore | avocato avvocato | infermiere | ingegnere | pilota | cuoco | cameriere | soldato | giudice | giornalista | studente | presidente | segretario | direttore | ministro | sindaco
    padre papa | madre mamma | fratello | sorella | figlio | figlia | nonno | nonna | zio | zia | marito | moglie
    re | regina
    uomo uomini signore | donna signora
    ragazzo bambino | ragazza bambina
    cliente compratore | venditore
    amico amici | nemico nemici
    entrata ingresso | uscita
    arrivo | partenza
    giorno | notte
    guerra | pace
    vita | morte
    successo | fallimento insuccesso
    vittoria | sconfitta
    vantaggio | svantaggio
    domanda | offerta
    domanda | risposta
    guadagno profitto utile | perdita
    entrate | uscite spese
    inizio principio | fine
    maggioranza | minoranza
    estate | inverno | primavera | autunno
    grande grandi | piccolo
    vecchio antico | giovane nuovo
    lungo | corto breve
    alto | basso
    pesante | leggero
    caldo | freddo
    veloce rapido | lento
    forte | debole
    buono buon bene | cattivo male
    migliore migliori meglio | peggiore peggiori peggio
    maggiore maggiori | minore minori
    superiore | inferiore
    facile semplice | difficile complesso
    economico | caro costoso
    ricco ricchi ricca | povero
    pieno | vuoto
    aperto | chiuso
    pubblico pubblici pubblica pubbliche | privato
    nazionale | internazionale
    interno | esterno
    sinistra sinistro | destra destro
    nord | sud | est | ovest
    vivo | morto
    vero | falso
    positivo | negativo
    possibile possibili | impossibile impossibili
    gratuito gratis | pagamento
    obbligatorio | facoltativo
    primo | secondo | terzo | ultimo
    prossimo | scorso
    francese | tedesco | inglese britannico | russo | italiano | spagnolo | cinese | giapponese | americano
    seduto | piedi | sdraiato
    mangia | beve
    compra comprato acquista acquistato | vende venduto
    vinto vince vinse | perso perde perse
    trovato trova | perso perde
    inizia comincia iniziato | finisce termina finito
    aumenta aumentato aumentano cresce salito | diminuisce diminuito diminuiscono scende calato
    aumento crescita | diminuzione calo riduzione
    apre aprire | chiude chiudere
    permesso consentito | vietato proibito
    accettato approvato | rifiutato respinto
    nato nata | morto morta
    prima | dopo | durante
    sopra | sotto
    dentro | fuori
    con | senza
    per | contro
    piu | meno
    oggi | domani | ieri
    mattina | pomeriggio | sera | notte
    davanti | dietro
    """

  static let portuguese = """
    cao cachorro | gato | cavalo | vaca | ovelha | porco | passaro | peixe | macaco | leao | coelho | rato | lobo
    carro automovel | caminhao camiao | onibus autocarro | trem comboio | aviao | barco navio | bicicleta | moto
    maca | banana | laranja | pera | limao | tomate | batata
    cafe | cha | suco sumo | leite | agua | cerveja | vinho
    vermelho | azul azuis | verde | amarelo | preto negro | branco | marrom castanho | cinza cinzento | laranja | rosa | roxo
    madeira | metal aco ferro | plastico | vidro | couro | papel | algodao | pedra
    praia | parque | montanha | floresta | rua estrada | rio | lago | mar | ilha | aldeia
    escola | igreja | hospital | aeroporto | estacao | biblioteca | museu | hotel | restaurante | banco | teatro | mercado | prisao | universidade | fabrica | farmacia
    professor | medico doutor | advogado | enfermeiro | engenheiro | piloto | cozinheiro | soldado | juiz | jornalista | estudante | presidente | secretario | diretor director | ministro | prefeito
    pai | mae | irmao | irma | filho | filha | avo | tio | tia | marido | esposa
    rei | rainha
    homem homens senhor | mulher mulheres senhora
    menino rapaz | menina rapariga moca
    cliente comprador | vendedor
    amigo | inimigo
    entrada | saida
    chegada | partida
    dia | noite
    guerra | paz
    vida | morte
    sucesso | fracasso
    vitoria | derrota
    vantagem | desvantagem
    pergunta | resposta
    lucro ganho | perda prejuizo
    receitas | despesas
    inicio comeco | fim final
    maioria | minoria
    verao | inverno | primavera | outono
    grande | pequeno
    maior maiores | menor menores
    superior | inferior
    velho antigo | novo jovem jovens
    longo comprido | curto
    alto | baixo
    pesado | leve
    quente | frio
    rapido | lento
    forte | fraco
    bom boa bons boas | mau ma ruim
    melhor melhores | pior piores
    facil | dificil
    barato | caro
    rico | pobre
    cheio | vazio
    aberto | fechado
    publico | privado
    nacional | internacional
    interno | externo
    esquerda esquerdo | direita direito
    norte | sul | leste | oeste
    vivo | morto
    verdadeiro | falso
    positivo | negativo
    possivel | impossivel
    gratuito gratis | pago
    obrigatorio | facultativo opcional
    primeiro | segundo | terceiro | ultimo
    proximo | passado
    frances francesa | alemao alema | ingles inglesa britanico | russo | italiano | espanhol espanhola | chines chinesa | japones japonesa | americano | brasileiro | portugues portuguesa
    sentado | pe | deitado
    come | bebe
    compra comprou | vende vendeu
    ganha ganhou vence venceu | perde perdeu
    encontra encontrou | perde perdeu
    comeca comecou inicia | termina terminou acaba
    aumenta aumentou aumentaram cresce cresceu sobe subiu | diminui diminuiu reduz reduziu cai caiu
    aumento crescimento | diminuicao reducao queda
    abre abriu | fecha fechou
    permitido permite | proibido proibe
    aceitou aprovou aprovado aceito | rejeitou recusou recusado
    nasceu | morreu
    antes | depois | durante
    acima sobre | abaixo sob
    dentro | fora
    com | sem
    contra | favor
    mais | menos
    hoje | amanha | ontem
    manha | tarde | noite
    frente | atras
    """
}
