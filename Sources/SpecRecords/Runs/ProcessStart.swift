import Foundation

#if canImport(Darwin)
  import Darwin
#endif

/// When a process started: with its number, a name that no later process has.
enum ProcessStart {
  /// Seconds since 1970, or nil where the system does not tell.
  static func seconds(of process: Int32) -> Int? {
    #if os(Linux) || os(Android)
      // proc(5): field 22 of /proc/<pid>/stat counts clock ticks since boot; the name in field 2 may hold spaces.
      guard let stat = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8),
        let afterName = stat.lastIndex(of: ")"),
        let ticks = Int(stat[afterName...].split(separator: " ").dropFirst(20).first ?? ""),
        let system = try? String(contentsOfFile: "/proc/stat", encoding: .utf8),
        let boot = system.split(separator: "\n").first(where: { $0.hasPrefix("btime ") }),
        let bootSeconds = Int(boot.dropFirst(6))
      else { return nil }
      return bootSeconds + ticks / 100
    #elseif canImport(Darwin)
      var info = kinfo_proc()
      var size = MemoryLayout<kinfo_proc>.stride
      var name: [Int32] = [CTL_KERN, KERN_PROC, KERN_PROC_PID, process]
      guard sysctl(&name, 4, &info, &size, nil, 0) == 0, size > 0 else { return nil }
      return Int(info.kp_proc.p_starttime.tv_sec)
    #else
      return nil
    #endif
  }
}
