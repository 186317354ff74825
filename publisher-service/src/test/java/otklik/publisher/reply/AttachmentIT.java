package otklik.publisher.reply;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import otklik.contracts.Channel;
import otklik.contracts.incident.Actor;
import otklik.contracts.incident.Attachment;
import otklik.contracts.incident.Attachment.Kind;
import otklik.contracts.incident.IncidentEvent;
import otklik.contracts.incident.IncidentFact.ReplyApproved;
import otklik.contracts.incident.ReplyKind;
import otklik.contracts.publication.PublicationEvent;
import otklik.contracts.publication.PublicationEvent.PublicationFact;
import otklik.contracts.publication.PublicationEvent.PublicationFact.PublicationRefused;
import otklik.contracts.publication.PublicationEvent.PublicationFact.PublicationSucceeded;
import otklik.publisher.Network;
import otklik.publisher.Publisher;
import otklik.publisher.RoutingFiles;
import otklik.testkit.Clause;
import tools.jackson.databind.JsonNode;

/** Replies with files on the simulated VK: they stand there together, once, whatever fails on the way. */
final class AttachmentIT {

    private static final String TEXT = "Здравствуйте! Яму засыпали, результат на фото.";
    private static final Duration LONG = Duration.ofSeconds(30);

    private final UUID incident = UUID.randomUUID();
    private final UUID reply = UUID.randomUUID();

    @BeforeEach
    void calm() {
        Network.reset();
        Publisher.closeCircuit();
        Publisher.execute("delete from account_rest");
    }

    @Test
    @Clause({"AK-16", "AK-12"})
    void photoAndDocument_standWithTheReply() {
        long post = Network.post("Яма во дворе");

        approve(post, photo(), plan());

        assertThat(outcome()).isInstanceOf(PublicationSucceeded.class);
        JsonNode comment = standing(post);
        assertThat(comment.path("text").asString()).isEqualTo(TEXT);
        assertThat(kinds(comment)).containsExactly("PHOTO", "DOC");
        assertThat(comment.at("/attachments/0/width").asInt()).isEqualTo(8);
        assertThat(comment.at("/attachments/1/title").asString()).isEqualTo("График работ.pdf");
    }

    /** The key of a person lives for an hour at VK; that of the community takes documents only. */
    @Test
    void photo_goesAsADocument_whenTheKeyOfThePersonIsNotTakenAnyMore() {
        long post = Network.post("Яма во дворе");
        Network.next("error", "photos.getWallUploadServer", Map.of("code", 5));

        approve(post, photo());

        assertThat(outcome()).isInstanceOf(PublicationSucceeded.class);
        assertThat(kinds(standing(post))).containsExactly("DOC");
        assertThat(Publisher.query("select account from account_rest where until > now()"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "docs.getWallUploadServer, not-executed-then-reset",
        "upload, executed-then-502",
        "upload, truncated-json",
        "docs.save, executed-then-html"
    })
    void uploadThatBreaks_isRepeated_andTheCommentStandsOnce(String method, String fault) {
        Network.honourGuid(false);
        long post = Network.post("Яма во дворе");
        Network.next(fault, method, Map.of());

        approve(post, plan());

        assertThat(outcome()).isInstanceOf(PublicationSucceeded.class);
        assertThat(kinds(standing(post))).containsExactly("DOC");
        assertThat(Publisher.query("select attempt from reply where reply_id = ?", reply))
                .containsExactly("1");
    }

    @Test
    void commentWithoutAnAnswer_isFoundOnThePage_andNothingIsUploadedAgain() {
        Network.honourGuid(false);
        long post = Network.post("Яма во дворе");
        Network.next("executed-then-502", Map.of());
        Attachment plan = plan();

        approve(post, plan);

        assertThat(outcome()).isInstanceOf(PublicationSucceeded.class);
        assertThat(kinds(standing(post))).containsExactly("DOC");
        assertThat(RoutingFiles.fetched(plan.id())).isEqualTo(1);
    }

    @Test
    void commentThatWasNotWritten_isSentAgainWithTheSameFiles() {
        long post = Network.post("Яма во дворе");
        Network.next("not-executed-then-502", Map.of());
        Attachment plan = plan();

        approve(post, plan);

        assertThat(outcome()).isInstanceOf(PublicationSucceeded.class);
        assertThat(kinds(standing(post))).containsExactly("DOC");
        assertThat(RoutingFiles.fetched(plan.id())).isEqualTo(1);
    }

    /** Rows as a worker leaves them that is killed while it uploads: a lease that ends, a file without a name at the network. */
    @Test
    void workerThatDiedWhileUploading_isFollowedByOneThatUploadsAndWrites() {
        long post = Network.post("Яма во дворе");
        Attachment plan = plan();
        Publisher.execute(
                """
                insert into reply (reply_id, incident_id, jurisdiction, channel, account, target, owner_id, post_id, text, guid, cause,
                                   state, next_at, accepted_at, changed_at)
                values ('%s', '%s', 'altai-krai', 'vk', 'vk:217000001', 'wall-217000001_%d', -217000001, %d, '%s', '%s', 'by hand',
                        'READY', now() + interval '2 seconds', now(), now());
                insert into reply_attachment (reply_id, position, attachment_id, kind, name, media_type, size, sha256)
                values ('%s', 1, '%s', 'document', 'План.pdf', 'application/pdf', %d, '%s')""".formatted(reply, incident, post, post, TEXT, reply, reply, plan.id(), plan.size(), plan.sha256()));

        assertThat(outcome()).isInstanceOf(PublicationSucceeded.class);
        assertThat(kinds(standing(post))).containsExactly("DOC");
    }

    @Test
    void fileWithOtherBytesThanThoseApproved_neverGoesOut() {
        long post = Network.post("Яма во дворе");
        Attachment plan = plan();
        RoutingFiles.serve(plan.id(), "%PDF-1.4 something else".getBytes(ISO_8859_1));

        approve(post, plan);
        await().atMost(LONG)
                .until(
                        () -> Publisher.query("select detail from reply where reply_id = ?", reply),
                        detail -> detail.toString().contains("other bytes"));
        assertThat(Network.official(post)).isEmpty();
        RoutingFiles.serve(plan.id(), planBytes());

        assertThat(outcome()).isInstanceOf(PublicationSucceeded.class);
        assertThat(kinds(standing(post))).containsExactly("DOC");
    }

    @Test
    void fileThatRoutingDoesNotHave_leavesTheWholeReplyToAPerson() {
        long post = Network.post("Яма во дворе");
        Attachment lost = new Attachment(UUID.randomUUID(), Kind.DOCUMENT, "План.pdf", "application/pdf", 3, "ab");

        approve(post, lost);

        assertThat(((PublicationRefused) outcome()).reason()).isEqualTo("ATTACHMENTS");
        assertThat(Network.official(post)).isEmpty();
    }

    @Test
    void videoOrMoreFilesThanTheNetworkTakes_leaveTheWholeReplyToAPerson() {
        long post = Network.post("Яма во дворе");

        approve(post, new Attachment(UUID.randomUUID(), Kind.VIDEO, "Ремонт.mp4", "video/mp4", 3, "ab"));

        PublicationRefused refused = (PublicationRefused) outcome();
        assertThat(refused.reason()).isEqualTo("ATTACHMENTS");
        assertThat(refused.detail()).contains("вручную");
        assertThat(Network.official(post)).isEmpty();
    }

    private void approve(long post, Attachment... files) {
        Publisher.tell(
                UUID.randomUUID(),
                new IncidentEvent(
                        incident,
                        "altai-krai",
                        2,
                        Instant.now(),
                        Actor.SYSTEM,
                        new ReplyApproved(
                                reply,
                                ReplyKind.FINAL,
                                TEXT,
                                Channel.VK,
                                null,
                                Map.of("owner_id", "-217000001", "post_id", Long.toString(post)),
                                true,
                                List.of(files))));
    }

    private PublicationFact outcome() {
        return await().atMost(LONG).until(() -> Publisher.told(incident), told -> !told.isEmpty()).stream()
                .map(PublicationEvent::fact)
                .reduce((first, second) -> {
                    throw new AssertionError("told twice: " + first + ", " + second);
                })
                .orElseThrow();
    }

    private static JsonNode standing(long post) {
        assertThat(Network.official(post)).hasSize(1);
        return Network.official(post).getFirst();
    }

    private static List<String> kinds(JsonNode comment) {
        return comment.path("attachments")
                .valueStream()
                .map(file -> file.path("kind").asString())
                .toList();
    }

    private static Attachment photo() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(8, 6, BufferedImage.TYPE_INT_RGB), "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return RoutingFiles.keep(Kind.PHOTO, "Двор.png", "image/png", out.toByteArray());
    }

    private static Attachment plan() {
        return RoutingFiles.keep(Kind.DOCUMENT, "График работ.pdf", "application/pdf", planBytes());
    }

    private static byte[] planBytes() {
        return "%PDF-1.4 plan".getBytes(ISO_8859_1);
    }
}
