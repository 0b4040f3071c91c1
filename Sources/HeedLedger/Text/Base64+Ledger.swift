import HeedVault

/// Base64 as every format of this target writes it: RFC 4648 section 4, padded.
func base64(_ bytes: [UInt8]) -> String { Base64.standard.encode(bytes) }

/// Nil unless `text` is the one canonical spelling of some bytes.
func base64Bytes(_ text: String) -> [UInt8]? { try? Base64.standard.decode(text) }
