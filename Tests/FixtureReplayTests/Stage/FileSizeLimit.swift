#if os(Linux) || os(macOS)
  import Foundation

  /// What a file of this process may grow to; what would go beyond is cut off there, as on a full disk.
  enum FileSizeLimit {
    /// Sets the limit, or takes it away again.
    ///
    /// - Parameter kills: Whether the process dies at the limit, in the middle of its write, instead of being told.
    static func set(_ bytes: Int?, kills: Bool = false) {
      signal(SIGXFSZ, kills ? SIG_DFL : SIG_IGN)
      #if os(Linux)
        let resource = __rlimit_resource_t(RLIMIT_FSIZE.rawValue)
      #else
        let resource = RLIMIT_FSIZE
      #endif
      var limit = rlimit()
      getrlimit(resource, &limit)
      limit.rlim_cur = bytes.map { rlim_t($0) } ?? limit.rlim_max
      setrlimit(resource, &limit)
    }

    /// Lets the signal through on this thread: threads of tasks block it.
    static func unblockSignal() {
      var signals = sigset_t()
      sigemptyset(&signals)
      sigaddset(&signals, SIGXFSZ)
      pthread_sigmask(SIG_UNBLOCK, &signals, nil)
    }
  }
#endif
