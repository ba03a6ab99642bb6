package org.hrbudget.io.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class WatchedStreamTest {

    @Test
    void bytesThatAreSkippedOrReadOneByOneCountInTheHashToo() throws IOException {
        byte[] bytes = new byte[20_000];
        bytes[19_999] = 1;
        CountedStream read = new CountedStream(new ByteArrayInputStream(bytes));
        CountedStream skipped = new CountedStream(new ByteArrayInputStream(bytes));

        assertThat(skipped.read()).isZero();
        skipped.skipNBytes(9_000);

        assertThat(skipped.hashOfAll()).isEqualTo(read.hashOfAll());
        assertThat(skipped.count()).isEqualTo(20_000);
    }

    @Test
    void nothingIsSkippedBeyondTheEnd() throws IOException {
        CountedStream stream = new CountedStream(new ByteArrayInputStream(new byte[3]));

        assertThat(stream.skip(10)).isEqualTo(3);
        assertThat(stream.skip(10)).isZero();
        assertThat(stream.skip(-1)).isZero();
        assertThat(stream.read()).isEqualTo(-1);
    }
}
