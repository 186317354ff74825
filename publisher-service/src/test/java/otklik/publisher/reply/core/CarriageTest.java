package otklik.publisher.reply.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import otklik.contracts.incident.Attachment;
import otklik.contracts.incident.Attachment.Kind;
import otklik.contracts.publication.RefusalReason;

final class CarriageTest {

    @Test
    void photo_needsTheKeyOfAPersonToStandAsAPhoto() {
        assertThat(Carriage.way(Kind.PHOTO, true)).isEqualTo(Carriage.Way.WALL_PHOTO);
        assertThat(Carriage.way(Kind.PHOTO, false)).isEqualTo(Carriage.Way.DOCUMENT);
        assertThat(Carriage.way(Kind.DOCUMENT, true)).isEqualTo(Carriage.Way.DOCUMENT);
    }

    @Test
    void whatTheNetworkDoesNotTake_isForAPersonAsAWhole() {
        assertThat(Carriage.impossible(List.of(file(Kind.PHOTO), file(Kind.DOCUMENT)), 2))
                .isEmpty();
        assertThat(Carriage.impossible(List.of(file(Kind.PHOTO), file(Kind.PHOTO), file(Kind.PHOTO)), 2))
                .hasValueSatisfying(no -> assertThat(no.reason()).isEqualTo(RefusalReason.ATTACHMENTS));
        assertThat(Carriage.impossible(List.of(file(Kind.VIDEO)), 2))
                .hasValueSatisfying(no -> assertThat(no.reason()).isEqualTo(RefusalReason.ATTACHMENTS));
    }

    private static Attachment file(Kind kind) {
        return new Attachment(UUID.randomUUID(), kind, "Файл", "x/y", 1, "ab");
    }
}
