package org.hrbudget.summary.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SeekableByteChannel;
import java.util.Arrays;

/** A file in memory, on a disk of limited room. */
final class MemoryChannel implements SeekableByteChannel {

    private final int room;
    private byte[] bytes = {};
    private int position;
    private boolean open = true;

    MemoryChannel() {
        this(Integer.MAX_VALUE);
    }

    MemoryChannel(int room) {
        this.room = room;
    }

    @Override
    public int read(ByteBuffer to) throws IOException {
        requireOpen();
        int count = Math.min(to.remaining(), bytes.length - position);
        if (count <= 0) {
            return -1;
        }
        to.put(bytes, position, count);
        position += count;
        return count;
    }

    @Override
    public int write(ByteBuffer from) throws IOException {
        requireOpen();
        if (position == room) {
            throw new IOException("No space left on device");
        }
        // Never more than a few at once, as a file system is free to do.
        int count = Math.min(Math.min(from.remaining(), 100), room - position);
        bytes = Arrays.copyOf(bytes, Math.max(bytes.length, position + count));
        from.get(bytes, position, count);
        position += count;
        return count;
    }

    @Override
    public long position() {
        return position;
    }

    @Override
    public SeekableByteChannel position(long newPosition) {
        position = Math.toIntExact(newPosition);
        return this;
    }

    @Override
    public long size() {
        return bytes.length;
    }

    @Override
    public SeekableByteChannel truncate(long size) {
        bytes = Arrays.copyOf(bytes, Math.toIntExact(Math.min(size, bytes.length)));
        return this;
    }

    @Override
    public boolean isOpen() {
        return open;
    }

    @Override
    public void close() {
        open = false;
    }

    private void requireOpen() throws IOException {
        if (!open) {
            throw new ClosedChannelException();
        }
    }
}
