package org.troth.command.directory;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.troth.command.directory.HsdsReader.Content;
import org.troth.command.directory.Merging.Merged;
import org.troth.command.directory.Unpacking.Sent;
import org.troth.command.dispatch.Asked;
import org.troth.command.dispatch.Dispatch;
import org.troth.command.dispatch.Facts;
import org.troth.command.dispatch.Intent;
import org.troth.command.dispatch.NotOnRecord;
import org.troth.command.dispatch.Permits;
import org.troth.command.dispatch.What;
import org.troth.events.confidential.Digests;
import org.troth.events.confidential.TagKind;
import org.troth.events.confidential.Tags;
import org.troth.events.directory.DirectoryEvent.DirectoryImported;
import org.troth.events.recording.ClaimTaken;
import org.troth.events.recording.RecordedFact;
import org.troth.events.recording.Streams;
import org.troth.events.recording.Unit;

/** Takes in files for the directory: reads them whole, then records all of it or nothing. */
@Component
class DirectoryDesk {

    private static final String ROUTE = "POST /directory/imports";
    private static final int ATTEMPTS = 3;

    private final Dispatch dispatch;
    private final Permits permits;
    private final Streams streams;
    private final Tags tags;
    private final Digests digests;

    DirectoryDesk(Dispatch dispatch, Permits permits, Streams streams, Tags tags, Digests digests) {
        this.dispatch = dispatch;
        this.permits = permits;
        this.streams = streams;
        this.tags = tags;
        this.digests = digests;
    }

    void mayImport(Asked asked) {
        permits.coordinator(asked, ROUTE, null);
    }

    DirectoryReport take(Asked asked, List<Sent> sent) {
        mayImport(asked);
        Content content = HsdsReader.read(Unpacking.of(sent));
        // A table is what its file is called: the same bytes under another name are another request.
        String what = What.of(
                ROUTE,
                sent.stream().map(each -> each.name() + " " + digest(each)).toList());
        for (int attempt = 1; ; attempt++) {
            try {
                return DirectoryReport.of(
                        dispatch.act(asked.actor(), asked.request(), asked.key(), what, () -> merging(asked, content)));
            } catch (ClaimTaken meanwhile) {
                if (meanwhile.kind() != TagKind.DIRECTORY_ENTRY) {
                    throw meanwhile;
                }
                if (attempt == ATTEMPTS) {
                    throw DirectoryRefused.importedMeanwhile();
                }
            }
        }
    }

    /** What an earlier import came to. */
    DirectoryReport report(Asked asked, UUID id) {
        permits.coordinator(asked, "GET /directory/imports/{id}", null);
        for (RecordedFact each : streams.read(id.toString(), 0)) {
            if (each.fact() instanceof DirectoryImported fact) {
                return new DirectoryReport(
                        id.toString(), each.position(), fact.format(), fact.added(), fact.changed(), fact.unchanged());
            }
        }
        throw new NotOnRecord();
    }

    private Intent merging(Asked asked, Content content) {
        UUID id = UUID.randomUUID();
        Unit unit = new Unit(asked.actor(), asked.request());
        Merged merged = Merging.merge(content, id, streams, tags, digests, unit);
        return new Intent(
                new Facts(merged.facts()), unit, DirectoryReport.answer(id.toString(), content.format(), merged));
    }

    private String digest(Sent sent) {
        return digests.sha256(new String(sent.bytes(), StandardCharsets.ISO_8859_1));
    }
}
