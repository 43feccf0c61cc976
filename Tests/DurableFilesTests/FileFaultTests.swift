import DurableFiles
import Foundation
import Testing

@Suite("File faults")
struct FileFaultTests {
  @Test(
    "Say path, operation, reason and next step",
    arguments: [EACCES, EPERM, EROFS, ENOSPC, EDQUOT, ENOTDIR, EISDIR, ENOENT, ENAMETOOLONG, ELOOP, EMFILE, EIO, EFBIG])
  func sentence(errorNumber: Int32) {
    let fault = FileFault(path: "/a/b.json", operation: "replace", errorNumber: errorNumber)
    #expect(fault.description.hasPrefix("Could not replace /a/b.json: "))
    #expect(fault.description.contains(fault.reason))
    #expect(fault.description.hasSuffix(fault.nextStep))
    #expect(!fault.reason.isEmpty && !fault.nextStep.isEmpty)
  }

  @Test("Tell a read-only place from a full one")
  func kinds() {
    func fault(_ number: Int32) -> FileFault { FileFault(path: "f", operation: "write", errorNumber: number) }
    #expect([EROFS, EACCES, EPERM].allSatisfy { fault($0).isReadOnly && !fault($0).isOutOfSpace })
    #expect([ENOSPC, EDQUOT].allSatisfy { fault($0).isOutOfSpace && !fault($0).isReadOnly })
    #expect(!fault(EIO).isReadOnly && !fault(EIO).isOutOfSpace)
  }

  @Test("An unknown number still makes a sentence")
  func unknown() {
    #expect(!FileFault(path: "f", operation: "write", errorNumber: 99_999).reason.isEmpty)
  }
}
