import Foundation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Whether this process runs tests.
///
/// The testing library's own entry point is looked up among the loaded images: unlike argument lists and names of
/// executables it is there in XCTest and in Swift Testing runs, under every build system.
public enum TestProcess {
  /// True where the testing library is loaded into this process.
  public static let isCurrent: Bool = {
    guard let everything = dlopen(nil, RTLD_NOW) else { return false }
    return dlsym(everything, "swt_abiv0_getEntryPoint") != nil
  }()

  /// True where `LLMSPEC_MODE` lets calls out without a scope.
  static var isLive: Bool { ProcessInfo.processInfo.environment["LLMSPEC_MODE"] == "live" }
}
