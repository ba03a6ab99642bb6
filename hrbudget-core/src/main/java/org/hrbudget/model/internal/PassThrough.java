package org.hrbudget.model.internal;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Texts by heading, in the order of the headings, for lines that share their headings: a line holds its texts alone. Immutable.
 */
public final class PassThrough extends AbstractMap<String, String> {

    private final List<String> headings;
    private final @Nullable String[] texts;
    private final int size;

    private PassThrough(List<String> headings, @Nullable String[] texts, int size) {
        this.headings = headings;
        this.texts = texts;
        this.size = size;
    }

    /**
     * {@return texts under headings}
     *
     * @param headings the headings, each once; shared with other lines and not copied, so not to be changed
     * @param texts the text under each of them, {@code null} where there is none
     * @throws IllegalArgumentException if there are not as many texts as headings
     */
    public static PassThrough of(List<String> headings, @Nullable String... texts) {
        if (headings.size() != texts.length) {
            throw new IllegalArgumentException(texts.length + " texts stand under " + headings.size()
                    + " headings.\nMaybe give null where there is none.");
        }
        @Nullable String[] own = texts.clone();
        int size = 0;
        for (String text : own) {
            size += text == null ? 0 : 1;
        }
        return new PassThrough(headings, own, size);
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public @Nullable String get(@Nullable Object heading) {
        int index = heading instanceof String ? headings.indexOf(heading) : -1;
        return index < 0 ? null : texts[index];
    }

    @Override
    public boolean containsKey(@Nullable Object heading) {
        return get(heading) != null;
    }

    @Override
    public void forEach(BiConsumer<? super String, ? super String> action) {
        for (int i = 0; i < texts.length; i++) {
            String text = texts[i];
            if (text != null) {
                action.accept(headings.get(i), text);
            }
        }
    }

    @Override
    public Set<Map.Entry<String, String>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public int size() {
                return size;
            }

            @Override
            public Iterator<Map.Entry<String, String>> iterator() {
                return new Entries();
            }
        };
    }

    private final class Entries implements Iterator<Map.Entry<String, String>> {

        private int next = after(-1);

        private int after(int index) {
            int following = index + 1;
            while (following < texts.length && texts[following] == null) {
                following++;
            }
            return following;
        }

        @Override
        public boolean hasNext() {
            return next < texts.length;
        }

        @Override
        public Map.Entry<String, String> next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            Map.Entry<String, String> entry = Map.entry(headings.get(next), Objects.requireNonNull(texts[next]));
            next = after(next);
            return entry;
        }
    }
}
