package otklik.routing.learning;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.ru.RussianAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.queries.mlt.MoreLikeThis;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.jspecify.annotations.Nullable;
import otklik.routing.learning.core.Case;
import otklik.routing.learning.core.Neighbour;

/**
 * The cases of one jurisdiction in memory, found by likeness: the telling words of the text (Lucene's MoreLikeThis), topic and place. Some
 * 1–2 KB a case, of the text only stems. Thread-safe. The same cases give the same neighbours.
 */
final class CaseIndex {

    private static final String ID = "id";
    private static final String NUMBER = "number";
    private static final String ORGAN = "organ";
    private static final String REFUSED = "refused";
    private static final String WORDS = "words";
    private static final String GROUP = "group";
    private static final String TOPIC = "topic";
    private static final String PLACE = "place";

    /** How many of the text's words are looked for: its most telling ones. */
    private static final int TELLING_WORDS = 25;
    /** A case with less of the likeness of the nearest one is not like it. */
    private static final double LIKE_ENOUGH = 0.35;

    private final Analyzer analyzer = new RussianAnalyzer();
    private final IndexWriter writer;
    private final SearcherManager searchers;

    CaseIndex() {
        try {
            writer = new IndexWriter(new ByteBuffersDirectory(), new IndexWriterConfig(analyzer));
            searchers = new SearcherManager(writer, null);
        } catch (IOException e) {
            throw inMemory(e);
        }
    }

    /** Takes cases in, each in place of what was known of it. */
    void put(Collection<Case> cases) {
        try {
            for (Case one : cases) {
                writer.updateDocument(new Term(ID, one.id().toString()), document(one));
            }
            searchers.maybeRefreshBlocking();
        } catch (IOException e) {
            throw inMemory(e);
        }
    }

    private static Document document(Case one) {
        Document document = new Document();
        document.add(new StringField(ID, one.id().toString(), Field.Store.YES));
        document.add(new StoredField(NUMBER, one.number()));
        if (one.organ() != null) {
            document.add(new StoredField(ORGAN, one.organ()));
        }
        one.refused().forEach(organ -> document.add(new StoredField(REFUSED, organ)));
        Case.Question question = one.question();
        document.add(new TextField(WORDS, question.text(), Field.Store.NO));
        document.add(new StringField(GROUP, plain(question.topicGroup()), Field.Store.NO));
        document.add(new StringField(TOPIC, plain(question.topic()), Field.Store.NO));
        if (question.location() != null) {
            document.add(new StringField(PLACE, plain(question.location()), Field.Store.NO));
        }
        return document;
    }

    /** The most similar cases, best first. {@code except} is the incident at hand. */
    List<Neighbour> nearest(Case.Question question, @Nullable UUID except, int most) {
        return search(searcher -> nearest(searcher, question, except, most));
    }

    private List<Neighbour> nearest(IndexSearcher searcher, Case.Question question, @Nullable UUID except, int most)
            throws IOException {
        BooleanQuery.Builder query = new BooleanQuery.Builder()
                .add(telling(searcher).like(WORDS, new StringReader(question.text())), BooleanClause.Occur.SHOULD)
                .add(boosted(GROUP, question.topicGroup(), 1), BooleanClause.Occur.SHOULD)
                .add(boosted(TOPIC, question.topic(), 1), BooleanClause.Occur.SHOULD);
        if (question.location() != null) {
            query.add(boosted(PLACE, question.location(), 2), BooleanClause.Occur.SHOULD);
        }
        if (except != null) {
            query.add(new TermQuery(new Term(ID, except.toString())), BooleanClause.Occur.MUST_NOT);
        }
        StoredFields stored = searcher.storedFields();
        List<Neighbour> found = new ArrayList<>();
        for (ScoreDoc hit : searcher.search(query.build(), most).scoreDocs) {
            found.add(neighbour(stored.document(hit.doc), hit.score));
        }
        found.sort(Comparator.comparingDouble(Neighbour::likeness).reversed().thenComparing(Neighbour::id));
        return found.stream()
                .filter(one -> one.likeness() >= found.getFirst().likeness() * LIKE_ENOUGH)
                .toList();
    }

    private MoreLikeThis telling(IndexSearcher searcher) throws IOException {
        MoreLikeThis like = new MoreLikeThis(searcher.getIndexReader());
        like.setAnalyzer(analyzer);
        like.setMinTermFreq(1);
        like.setMinDocFreq(1);
        like.setMaxQueryTerms(TELLING_WORDS);
        like.setBoost(true);
        return like;
    }

    private static BoostQuery boosted(String field, String value, float boost) {
        return new BoostQuery(new TermQuery(new Term(field, plain(value))), boost);
    }

    /** Organs that gave that incident back. */
    List<String> refusedBy(UUID incident) {
        return search(searcher -> {
            ScoreDoc[] hits = searcher.search(new TermQuery(new Term(ID, incident.toString())), 1).scoreDocs;
            return hits.length == 0
                    ? List.of()
                    : List.of(searcher.storedFields().document(hits[0].doc).getValues(REFUSED));
        });
    }

    private static Neighbour neighbour(Document document, float score) {
        return new Neighbour(
                UUID.fromString(document.get(ID)),
                document.get(NUMBER),
                document.get(ORGAN),
                List.of(document.getValues(REFUSED)),
                score);
    }

    /** A question to the index. */
    private interface Look<T> {
        T at(IndexSearcher searcher) throws IOException;
    }

    private <T> T search(Look<T> look) {
        try {
            IndexSearcher searcher = searchers.acquire();
            try {
                return look.at(searcher);
            } finally {
                searchers.release(searcher);
            }
        } catch (IOException e) {
            throw inMemory(e);
        }
    }

    private static String plain(String value) {
        return value.strip().toLowerCase(Locale.ROOT);
    }

    private static UncheckedIOException inMemory(IOException e) {
        return new UncheckedIOException("nothing is read from outside", e);
    }
}
