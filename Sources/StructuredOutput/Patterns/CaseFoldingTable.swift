/// The data behind ``CaseFolding``: the simple and common mappings of Unicode 17.0's CaseFolding.txt
/// (https://www.unicode.org/Public/17.0.0/ucd/), packed as ``PackedNumbers`` reads it.
enum CaseFoldingTable {
  /// Pairs that fold to the same scalar: the distance of the first from that of the run before, twice the number of pairs
  /// plus one where only every other scalar begins a pair, and the distance within a pair.
  static let pairs = """
    X2KW1BEW18EW1i3AW16Y1W1IEW172_j7W12v31n11o1717H1Hl11l17172Z612o615142k612124j622132l212g612h612122j612l612X312p612
    n612122Z512Xof112p612r612Y412s617162w612122w632122w612124v625142x612142132u1EH1HJ1M214f11g1J1O2hnA12132enA14_nA221
    32b212d21B1A2_mA12ymA12-mAA2lgf152hgf132dhf112eff112agf142agf112tlA12Xgf152zlAC2dlA52Zgf152gff1M2ref112oef1o651621
    56Y442q372c126b142W224_122ZY715W135W132W145W134W164W134W134W162pX7V289P1Q275213216W1m2G4W135W13GW194W14EW18AW1r121
    4V1c1t11s12F1F1FX31X3i2m1lx2i2WZ7d12WZ762WZ73s2W-2j16W-2ZLW5m-b1m2C8va221m72amY142ct3H2unY1o3X31Y3r11-1X31W3G8GC8G
    G8GG8GC8H98FG8G4g228s244a324W424m324-34G8GG8GG8G48329G29D48G48527E29_92Sk1W1GZ121pPq1Qgw1W3m1W321771B21321Bb31h351
    721kgUB1CZ11q1T1Y5F1G_11d2515B1D2155142m12L1T2WT1H1J515H1f121muK21yW1q1W1_c1m2e1m5e2e1W6Md1CUd1GEd184d1it1c3W2m6i1
    W1mw2W2W1WjLW2W1W3o1RWpUa2Y1
    """

  /// Three or four scalars that fold to the same: how many, and which.
  static let larger = """
    3h2h3gf83p2p3_B3r5ySyT3b6b7hf83aEbEcE3dEeEfE3gEhEiE3nFoFpF4bQvSvT-z73oSoTmU3rSrTrV4uSuTnUqV3wSwTmV3WTWUsU3XTXUnV3Z
    TYUZU3cTcUrU3fTfUcf83oW1oX1Wa73qW1qX1Xa73-W1-X1Ya73XX1XY1Za74YX1YY1aa7ba73gX1gY1ca73YZ1ZZ1da73ea7gof1hof13Wp7Xp7xq
    7
    """
}
