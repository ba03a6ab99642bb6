package org.hrbudget.io.internal;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Goes through a part of a workbook, and copies of it what it is told to. What it has copied it would copy the same way again. */
final class XmlCopy {

    private final XMLStreamReader in;
    private final Writer out;
    private boolean open;

    /**
     * Begins.
     *
     * @param from the part
     * @param to where the copy goes; it is not closed
     */
    XmlCopy(InputStream from, OutputStream to) throws IOException, XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        this.in = factory.createXMLStreamReader(from);
        this.out = new BufferedWriter(new OutputStreamWriter(to, StandardCharsets.UTF_8));
        out.write("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n");
    }

    /** {@return the next event, or {@link XMLStreamConstants#END_DOCUMENT}} */
    int next() throws XMLStreamException {
        return in.next();
    }

    /** {@return whether an element of this name begins or ends here} */
    boolean isAt(String name) {
        return in.hasName() && in.getLocalName().equals(name);
    }

    /** {@return an attribute of the element that begins here, or {@code null}} */
    @Nullable
    String attribute(String name) {
        for (int i = 0; i < in.getAttributeCount(); i++) {
            if (in.getAttributeLocalName(i).equals(name)) {
                return in.getAttributeValue(i);
            }
        }
        return null;
    }

    /** {@return the name of the element here, with its prefix; another name gets the same prefix} */
    String named(String name) {
        String prefix = in.getPrefix();
        return prefix == null || prefix.isEmpty() ? name : prefix + ":" + name;
    }

    /** Copies what is here; of an element all attributes but some. */
    void copy(String... without) throws IOException, XMLStreamException {
        switch (in.getEventType()) {
            case XMLStreamConstants.START_ELEMENT -> copyStart(Set.of(without));
            case XMLStreamConstants.END_ELEMENT -> {
                out.write(open ? "/>" : "</" + named(in.getLocalName()) + ">");
                open = false;
            }
            case XMLStreamConstants.CHARACTERS, XMLStreamConstants.SPACE, XMLStreamConstants.CDATA ->
                text(in.getText());
            case XMLStreamConstants.COMMENT -> write("<!--" + in.getText() + "-->");
            case XMLStreamConstants.PROCESSING_INSTRUCTION ->
                write("<?" + in.getPITarget() + (in.getPIData() == null ? "" : " " + in.getPIData()) + "?>");
            case XMLStreamConstants.END_DOCUMENT -> out.flush();
            default -> throw new XMLStreamException("No workbook has this: " + in.getEventType());
        }
    }

    private void copyStart(Set<String> without) throws IOException {
        write("<" + named(in.getLocalName()));
        for (int i = 0; i < in.getNamespaceCount(); i++) {
            String prefix = in.getNamespacePrefix(i);
            String uri = in.getNamespaceURI(i);
            out.write((prefix == null || prefix.isEmpty() ? " xmlns" : " xmlns:" + prefix) + "=\""
                    + attributeText(uri == null ? "" : uri) + '"');
        }
        out.write(attributes(without));
        open = true;
    }

    /** {@return the attributes of the element that begins here, as they are written} */
    String attributes(Set<String> without) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < in.getAttributeCount(); i++) {
            String prefix = in.getAttributePrefix(i);
            String name = in.getAttributeLocalName(i);
            if (!without.contains(name)) {
                text.append(" ")
                        .append(prefix == null || prefix.isEmpty() ? name : prefix + ":" + name)
                        .append("=\"")
                        .append(attributeText(in.getAttributeValue(i)))
                        .append('"');
            }
        }
        return text.toString();
    }

    /** Goes to the end of the element that begins here and copies nothing of it. */
    void skip() throws XMLStreamException {
        for (int depth = 1; depth > 0; ) {
            int event = in.next();
            depth += event == XMLStreamConstants.START_ELEMENT ? 1 : event == XMLStreamConstants.END_ELEMENT ? -1 : 0;
        }
    }

    /** Writes what is no copy. */
    void write(String markup) throws IOException {
        if (open) {
            out.write('>');
            open = false;
        }
        out.write(markup);
    }

    /** Writes text. */
    private void text(String text) throws IOException {
        if (!text.isEmpty()) {
            write(escaped(text));
        }
    }

    /** {@return text as it stands between tags} */
    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\r", "&#13;");
    }

    static String attributeText(String text) {
        return escaped(text).replace("\"", "&quot;").replace("\n", "&#10;").replace("\t", "&#9;");
    }
}
