package otklik.routing.attachment;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.namespace.QName;
import javax.xml.stream.XMLEventFactory;
import javax.xml.stream.XMLEventReader;
import javax.xml.stream.XMLEventWriter;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.events.Attribute;
import javax.xml.stream.events.StartElement;
import javax.xml.stream.events.XMLEvent;
import org.apache.poi.util.XMLHelper;
import org.jspecify.annotations.Nullable;

/** One part of an office document, read once from begin to end and never held as a tree. No entities and nothing from elsewhere is read. */
final class OfficeXml {

    private static final XMLInputFactory IN = XMLHelper.newXMLInputFactory();
    private static final XMLOutputFactory OUT = XMLHelper.newXMLOutputFactory();
    private static final XMLEventFactory EVENTS = XMLHelper.newXMLEventFactory();

    /** Words put in, taken out or moved, and not yet agreed to: only their author can say which of both is meant. */
    private static final Set<String> REVISIONS =
            Set.of("ins", "del", "moveFrom", "moveTo", "cellIns", "cellDel", "cellMerge");

    /** With all that stands in them. */
    private static final Set<String> DROPPED = Set.of(
            // Remarks, and who changed how the text looks.
            "commentRangeStart",
            "commentRangeEnd",
            "commentReference",
            "annotationRef",
            "rPrChange",
            "pPrChange",
            "sectPrChange",
            "tblPrChange",
            "tblPrExChange",
            "tblGridChange",
            "tcPrChange",
            "trPrChange",
            "numberingChange",
            // Who may edit, in whose hands it was, which of the author's files it hangs on.
            "permStart",
            "permEnd",
            "trackRevisions",
            "rsids",
            "docVars",
            "mailMerge",
            "attachedTemplate",
            "saveThroughXslt",
            "fileSharing",
            "absPath",
            "customWorkbookViews",
            "customSheetViews",
            "webPublishItems",
            "externalData");

    private static final Pattern OFFICE = Pattern.compile(
            "http://(schemas\\.(openxmlformats\\.org|microsoft\\.com/office)|purl\\.oclc\\.org/ooxml)/.*");
    private static final Pattern PATH = Pattern.compile("([A-Za-z]:|\\\\)\\\\.*|file:.*", Pattern.DOTALL);

    private OfficeXml() {}

    /**
     * @return the part without what tells of people; null if there was nothing of that
     * @throws otklik.web.Problem if it has revisions that nobody has agreed to
     */
    static byte @Nullable [] cleaned(InputStream part) throws XMLStreamException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        XMLEventReader in = IN.createXMLEventReader(part);
        XMLEventWriter writer = OUT.createXMLEventWriter(out, StandardCharsets.UTF_8.name());
        boolean changed = false;
        while (in.hasNext()) {
            XMLEvent event = in.nextEvent();
            if (event.isStartElement() && isDropped(event.asStartElement().getName())) {
                skip(in);
                changed = true;
            } else {
                StartElement clean = event.isStartElement() ? clean(event.asStartElement()) : null;
                writer.add(clean == null ? inUtf8(event) : clean);
                changed |= clean != null;
            }
        }
        writer.close();
        return changed ? out.toByteArray() : null;
    }

    private static boolean isDropped(QName name) {
        String space = name.getNamespaceURI();
        if (REVISIONS.contains(name.getLocalPart()) && space.contains("/wordprocessingml/")) {
            throw UnfitFile.revised();
        }
        return DROPPED.contains(name.getLocalPart()) && OFFICE.matcher(space).matches();
    }

    /** What was opened is closed. */
    private static void skip(XMLEventReader in) throws XMLStreamException {
        for (int depth = 1; depth > 0; ) {
            XMLEvent event = in.nextEvent();
            depth += event.isStartElement() ? 1 : event.isEndElement() ? -1 : 0;
        }
    }

    private static XMLEvent inUtf8(XMLEvent event) {
        return event.isStartDocument() ? EVENTS.createStartDocument(StandardCharsets.UTF_8.name(), "1.0", true) : event;
    }

    /** Null if it is as it may be. */
    private static @Nullable StartElement clean(StartElement element) {
        List<Attribute> kept = new ArrayList<>();
        boolean all = true;
        for (Iterator<Attribute> each = element.getAttributes(); each.hasNext(); ) {
            Attribute attribute = each.next();
            if (isAside(element.getName().getLocalPart(), attribute)) {
                all = false;
            } else {
                kept.add(attribute);
            }
        }
        return all ? null : EVENTS.createStartElement(element.getName(), kept.iterator(), element.getNamespaces());
    }

    /** The printer of the author, whom they let in, who counted a table last, and where on their disk a picture came from. */
    private static boolean isAside(String element, Attribute attribute) {
        return switch (attribute.getName().getLocalPart()) {
            case "id" ->
                element.equals("pageSetup")
                        && !attribute.getName().getNamespaceURI().isEmpty();
            case "securityDescriptor", "refreshedBy" -> true;
            case "descr", "title", "name" -> PATH.matcher(attribute.getValue()).matches();
            default -> false;
        };
    }
}
