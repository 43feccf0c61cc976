import Foundation

/// A piece of a message: text or an image.
public enum ContentPart: Sendable, Hashable {
  /// Plain text.
  case text(String)
  /// A picture.
  case image(ImageSource)
}

/// Where a picture in a message comes from.
public enum ImageSource: Sendable, Hashable {
  /// The picture's own bytes and their media type, such as `image/png`.
  case data(Data, mediaType: String)
  /// An address that the provider fetches itself.
  case url(URL)
}
