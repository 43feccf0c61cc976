import Foundation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A program that is given its output and nothing else that this process has open.
///
/// Foundation's `Process` hands sockets and pipes of other tests on, and those wait until the program ends that holds
/// the other end.
struct LoneProcess {
  struct NotStarted: Error {
    let errorNumber: Int32
  }

  private let identifier: pid_t

  init(executable: String, arguments: [String], environment: [String: String], output: Int32) throws {
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
    #else
      var actions = posix_spawn_file_actions_t()
    #endif
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, output, 1)
    posix_spawn_file_actions_adddup2(&actions, output, 2)
    for descriptor in 3..<Int32(1024) { posix_spawn_file_actions_addclose(&actions, descriptor) }
    var words = ([executable] + arguments).map { strdup($0) } + [nil]
    var variables = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { for text in words + variables { free(text) } }
    var identifier: pid_t = 0
    let fault = posix_spawn(&identifier, executable, &actions, nil, &words, &variables)
    guard fault == 0 else { throw NotStarted(errorNumber: fault) }
    self.identifier = identifier
  }

  /// The status that it ends with; 128 and the signal's number where a signal ends it.
  var exitStatus: Int32 {
    get async {
      let identifier = identifier
      return await withCheckedContinuation { continuation in
        // A thread of its own: the threads of tasks are few, and other tests need them.
        Thread.detachNewThread {
          var status: Int32 = 0
          while waitpid(identifier, &status, 0) < 0, errno == EINTR {}
          continuation.resume(returning: status & 0x7F == 0 ? status >> 8 & 0xFF : 128 + status & 0x7F)
        }
      }
    }
  }
}
