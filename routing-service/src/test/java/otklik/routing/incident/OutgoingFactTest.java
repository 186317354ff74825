package otklik.routing.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import otklik.contracts.Channel;
import otklik.contracts.incident.Attachment;
import otklik.contracts.incident.IncidentFact;
import otklik.contracts.incident.ReplyKind;
import otklik.regulation.Workflow.CooperationMode;
import otklik.routing.incident.core.Fact;
import otklik.routing.incident.core.Incident;
import otklik.routing.incident.core.PartFact;

class OutgoingFactTest {

    private static final UUID ID = new UUID(1, 1);
    private static final Incident INCIDENT = IncidentStore.snapshot("""
            {"id":"00000000-0000-0001-0000-000000000001","jurisdiction":"altai-krai","number":"AK-1","version":3,"state":"APPROVED",
             "channel":"vk","url":"https://vk.com/wall-1_77","address":{"owner_id":"-1","post_id":"77"},"detectedAt":"2026-04-30T08:59:00Z",
             "classification":{"topicGroup":"Дороги","topic":"Ямы","importance":"normal","screening":"clean","confidence":1,"reasons":[],
             "classifier":"test"},"drafts":1}""");

    @Test
    void approvedReply_tellsThePublisherWhichFilesStandWithIt() {
        List<Attachment> files = List.of(new Attachment(ID, Attachment.Kind.PHOTO, "Двор.jpg", "image/jpeg", 7, "ab"));

        IncidentFact told =
                OutgoingFact.of(new Fact.ReplyApproved(ID, ReplyKind.FINAL, "Текст", true, files), () -> INCIDENT);

        assertThat(told)
                .isEqualTo(new IncidentFact.ReplyApproved(
                        ID,
                        ReplyKind.FINAL,
                        "Текст",
                        Channel.VK,
                        "https://vk.com/wall-1_77",
                        INCIDENT.address(),
                        true,
                        files));
    }

    @Test
    void order_tellsTheClocksThatNothingIsAwaitedAnyMore() {
        IncidentFact told = OutgoingFact.of(
                new PartFact.OrgansEngaged(
                        List.of("a", "b"), null, CooperationMode.PARALLEL_CONSOLIDATED_BY_CURATOR, null, true),
                () -> INCIDENT);

        assertThat(told)
                .isEqualTo(new IncidentFact.OrgansEngaged(
                        List.of("a", "b"), null, "parallel-consolidated-by-curator", true));
    }
}
