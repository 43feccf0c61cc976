import Foundation

/// The name of a new run: the time of its start and this process's number, so that names sort by time.
enum RunName {
  static func fresh(at date: Date = Date(), process: Int32 = ProcessInfo.processInfo.processIdentifier) -> String {
    let style = Date.ISO8601FormatStyle(dateSeparator: .omitted, timeSeparator: .omitted, timeZone: .gmt)
    return "\(date.formatted(style))-\(process)"
  }
}
