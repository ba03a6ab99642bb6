package org.hrbudget.io.internal;

/**
 * A place where the bytes are no text.
 *
 * @param byteOffset the offset of the byte in the unpacked file, from 0
 * @param charOffset the offset of the replacing character in the decoded text, from 0
 * @param nul whether it is a NUL character; otherwise bytes that the charset does not allow
 */
public record Flaw(long byteOffset, long charOffset, boolean nul) {}
