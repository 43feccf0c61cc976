/// Words that say little by themselves.
enum FactWords {
  /// Words before a name that are no part of it.
  static let titles = set(
    "mr mrs ms dr doctor prof professor sr senior jr junior st saint sir madam mister missus miss no nr")

  /// English words that are no context for a fact and no anchor for a negation.
  static let empty = set(
    "a an the this that these those it its he she they them their his her him we us our you your i me my mine and or but if then than so as of in on at to from by for with into onto over up out about off per via be is are was were been being am do does did done have has had having will would shall should can could may might must ought need not no n't there here when where which who whom whose what why how also too very just really quite please yes ok all any some each every both more most less much many few one other another such own same s t d ll re ve m der die das den dem des ein eine einen einem einer und oder aber ist sind war waren wird werden hat haben hatte zu zur zum von vom im in am an auf fur mit bei nach aus als auch es er sie ihr ihre wir uns sich dass le la les l un une de du des d et ou est sont a au aux en dans que qui pour par sur avec ce cette il elle ils elles nous vous se sa son ses n y ne el los las lo una unos del al e es por para con su sus se i gli il dello della dei delle uno di da che si ha o os as um uma do dos das no na nos nas em ao"
  )

  /// Adjectives after "days" that leave out weekends.
  static let workingDays = set("ouvres ouvrables ouvre habiles laborables lavorativi uteis")

  /// A set from words that stand one beside the other.
  static func set(_ words: String) -> Set<String> { Set(words.split(separator: " ").map(String.init)) }
}
