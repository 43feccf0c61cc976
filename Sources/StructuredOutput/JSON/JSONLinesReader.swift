import Foundation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Android)
  import Android
#elseif canImport(Darwin)
  import Darwin
#endif

/// Reads JSON Lines (one JSON value a line) from a file or from bytes, in memory bounded by the longest line.
///
/// Lines end at byte 0x0A alone; a carriage return before it is white space to JSON. Blank lines are passed over but
/// counted. A line that cannot be read is a failure at its place, and the reading goes on behind it; so is a first line
/// that begins with a byte order mark.
///
/// ```swift
/// for (line, result) in try JSONLinesReader(contentsOf: file) {
///   let value = try result.get()
/// }
/// ```
public struct JSONLinesReader: Sendable, Sequence {
  /// One line: its number from 1, and its value or what is wrong with it.
  ///
  /// The error's line and byte offset count from the beginning of the file.
  public typealias Element = (lineNumber: Int, result: Result<JSONValue, JSONParseError>)

  private enum Source: Sendable {
    case file(URL)
    case handle(FileHandle)
    case bytes([UInt8])
  }

  private let source: Source
  private let maximumLineBytes: Int
  private let parser: JSONParser

  /// Makes a reader of a file, which is opened anew for each pass.
  /// - Parameters:
  ///   - file: the file's address on disk.
  ///   - maximumLineBytes: the longest line; a longer one is a failure and is skipped, not held. 64 MiB unless told.
  ///   - limits: what is accepted of a line.
  /// - Throws: an error of Foundation where the file cannot be opened.
  public init(contentsOf file: URL, maximumLineBytes: Int = 64 << 20, limits: JSONParser.Limits = .standard) throws {
    try FileHandle(forReadingFrom: file).close()
    source = .file(file)
    self.maximumLineBytes = maximumLineBytes
    parser = JSONParser(limits: limits)
  }

  /// Makes a reader of an open file or a pipe, such as the standard input. It can be gone through once, and is not closed.
  public init(_ handle: FileHandle, maximumLineBytes: Int = 64 << 20, limits: JSONParser.Limits = .standard) {
    source = .handle(handle)
    self.maximumLineBytes = maximumLineBytes
    parser = JSONParser(limits: limits)
  }

  /// Makes a reader of bytes that are in memory already.
  public init(_ bytes: [UInt8], maximumLineBytes: Int = 64 << 20, limits: JSONParser.Limits = .standard) {
    source = .bytes(bytes)
    self.maximumLineBytes = maximumLineBytes
    parser = JSONParser(limits: limits)
  }

  /// Begins a pass at the first line.
  public func makeIterator() -> Iterator {
    switch source {
    case .bytes(let bytes): Iterator(bytes: bytes, maximumLineBytes: maximumLineBytes, parser: parser)
    case .handle(let handle): Iterator(handle: handle, maximumLineBytes: maximumLineBytes, parser: parser)
    case .file(let url): Iterator(file: url, maximumLineBytes: maximumLineBytes, parser: parser)
    }
  }

  /// Goes through the lines once.
  public struct Iterator: IteratorProtocol {
    private static let chunkBytes = 256 << 10

    private let maximumLineBytes: Int
    private let parser: JSONParser
    /// What is still to be opened.
    private var file: URL?
    private var handle: FileHandle?
    /// Whether the handle is this iterator's own, to be closed at the end.
    private let closesHandle: Bool
    /// What is read and not yet taken, from `position` on.
    private var buffer: [UInt8]
    private var position = 0
    /// Where the buffer begins in the file.
    private var bufferOffset = 0
    private var lineNumber = 0

    init(
      bytes: [UInt8] = [], file: URL? = nil, handle: FileHandle? = nil, maximumLineBytes: Int, parser: JSONParser
    ) {
      buffer = bytes
      self.file = file
      self.handle = handle
      closesHandle = file != nil
      self.maximumLineBytes = maximumLineBytes
      self.parser = parser
    }

    /// The next line that is not blank, or nil after the last.
    public mutating func next() -> Element? {
      do {
        if let file {
          self.file = nil
          handle = try FileHandle(forReadingFrom: file)
        }
        while let line = try nextLine() {
          if line.isTooLong {
            return failure(
              "the line has more than \(maximumLineBytes) bytes, the limit; it was skipped", at: line.offset)
          }
          if let value = value(of: line) { return value }
        }
        if closesHandle { try handle?.close() }
        handle = nil
      } catch {
        handle = nil
        position = buffer.count
        lineNumber += 1
        return failure("the file cannot be read on: \(error.localizedDescription)", at: bufferOffset + position)
      }
      return nil
    }

    /// Whether the next line is in memory already, so that `next()` does not wait for whoever writes it. What is
    /// answered line by line can be answered in batches while this holds.
    public var hasLineInMemory: Bool {
      var start = position
      while let end = buffer.firstLineFeed(from: start) {
        if !buffer[start..<end].allSatisfy(Self.isBlank) { return true }
        start = end + 1
      }
      return handle == nil && file == nil && !buffer[start...].allSatisfy(Self.isBlank)
    }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0D }

    private struct Line {
      var range: Range<Int>
      var offset: Int
      var isTooLong = false
    }

    /// Finds the next line and leaves it in the buffer.
    private mutating func nextLine() throws -> Line? {
      var searched = position
      var isTooLong = false
      var offset = bufferOffset + position
      while true {
        if let end = buffer.firstLineFeed(from: searched) {
          lineNumber += 1
          defer { position = end + 1 }
          let tooLong = isTooLong || end - position > maximumLineBytes
          return Line(range: position..<end, offset: offset, isTooLong: tooLong)
        }
        if buffer.count - position > maximumLineBytes {
          isTooLong = true
          position = buffer.count
        }
        searched = buffer.count - position
        guard try readOn() else { break }
      }
      guard isTooLong || position < buffer.count else { return nil }
      lineNumber += 1
      defer { position = buffer.count }
      offset = isTooLong ? offset : bufferOffset + position
      return Line(range: position..<buffer.count, offset: offset, isTooLong: isTooLong)
    }

    /// Drops what is taken and reads a chunk behind the rest; false at the end of the file.
    private mutating func readOn() throws -> Bool {
      guard let handle else { return false }
      let chunk = try Self.chunk(of: handle)
      guard !chunk.isEmpty else { return false }
      bufferOffset += position
      buffer.removeSubrange(..<position)
      position = 0
      buffer.append(contentsOf: chunk)
      return true
    }

    /// What is there to read, at least a byte; none at the end. `FileHandle.read(upToCount:)` would wait on a pipe until
    /// a whole chunk is there, and whoever waits for an answer to each line would wait for ever.
    private static func chunk(of handle: FileHandle) throws -> [UInt8] {
      let descriptor = handle.fileDescriptor
      return try [UInt8](unsafeUninitializedCapacity: chunkBytes) { buffer, count in
        var length = read(descriptor, buffer.baseAddress, buffer.count)
        while length < 0, errno == EINTR { length = read(descriptor, buffer.baseAddress, buffer.count) }
        guard length >= 0 else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
        count = length
      }
    }

    private func value(of line: Line) -> Element? {
      buffer.withUnsafeBufferPointer { all -> Element? in
        let bytes = UnsafeBufferPointer(rebasing: all[line.range])
        if bytes.allSatisfy(Self.isBlank) { return nil }
        do throws(JSONParseFault) {
          return (lineNumber, .success(try parser.value(of: bytes, isKnownUTF8: false)))
        } catch {
          return (lineNumber, .failure(JSONParseError(error, in: bytes, fromLine: lineNumber, offset: line.offset)))
        }
      }
    }

    private func failure(_ reason: String, at offset: Int) -> Element {
      (lineNumber, .failure(JSONParseError(reason: reason, line: lineNumber, column: 1, byteOffset: offset)))
    }
  }
}

extension [UInt8] {
  fileprivate func firstLineFeed(from start: Int) -> Int? {
    withUnsafeBufferPointer { bytes in
      guard start < bytes.count, let base = bytes.baseAddress,
        let found = memchr(base + start, 0x0A, bytes.count - start)
      else { return nil }
      return UnsafeRawPointer(found) - UnsafeRawPointer(base)
    }
  }
}
