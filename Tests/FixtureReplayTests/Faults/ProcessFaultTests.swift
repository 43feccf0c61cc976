import Testing

/// Faults that end or limit a whole process: one such process after the other, as each loads the whole test program.
@Suite("Faults of processes", .serialized)
enum ProcessFaultTests {}
