package org.troth.command.directory;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.troth.command.directory.HsdsReader.Content;
import org.troth.command.directory.HsdsRecord.Organisation;
import org.troth.command.directory.HsdsRecord.Other;
import org.troth.command.directory.HsdsRecord.Service;
import org.troth.command.directory.HsdsRecord.Standing;
import org.troth.command.dispatch.Phrase;
import org.troth.events.AgencyId;
import org.troth.events.Fact;
import org.troth.events.ServiceId;
import org.troth.events.confidential.Digests;
import org.troth.events.confidential.TagKind;
import org.troth.events.confidential.Tags;
import org.troth.events.directory.DirectoryEvent.AgencyListed;
import org.troth.events.directory.DirectoryEvent.DirectoryImported;
import org.troth.events.directory.DirectoryEvent.RecordListed;
import org.troth.events.directory.DirectoryEvent.ServiceListed;
import org.troth.events.recording.Claim;
import org.troth.events.recording.NewFact;
import org.troth.events.recording.Precondition;
import org.troth.events.recording.RecordedFact;
import org.troth.events.recording.Streams;
import org.troth.events.recording.Unit;

/**
 * Lays a checked file over what the record holds: a published identifier always leads to the same stream, equal content
 * adds nothing, and a record that stood inside another one never replaces what is listed.
 */
final class Merging {

    private final Streams streams;
    private final Tags tags;
    private final Digests digests;
    private final Unit unit;
    private final Faults faults = new Faults();
    private final List<NewFact> facts = new ArrayList<>();
    private final Map<UUID, AgencyId> agencies = new HashMap<>();
    private int added;
    private int changed;
    private int unchanged;

    private Merging(Streams streams, Tags tags, Digests digests, Unit unit) {
        this.streams = streams;
        this.tags = tags;
        this.digests = digests;
        this.unit = unit;
    }

    /** What is to be recorded, and what it comes to. */
    record Merged(List<NewFact> facts, int added, int changed, int unchanged) {}

    /** Adds to the unit what must hold; throws {@link org.troth.command.dispatch.Invalid} when a service is nobody's. */
    static Merged merge(Content content, UUID importId, Streams streams, Tags tags, Digests digests, Unit unit) {
        Merging merging = new Merging(streams, tags, digests, unit);
        content.organisations().forEach(merging::lay);
        content.services().forEach(merging::lay);
        content.others().forEach(merging::lay);
        merging.faults.check();
        merging.facts.add(
                0,
                new NewFact(
                        "DirectoryImport",
                        importId.toString(),
                        0,
                        new DirectoryImported(
                                importId, content.format(), merging.added, merging.changed, merging.unchanged)));
        return new Merged(merging.facts, merging.added, merging.changed, merging.unchanged);
    }

    private void lay(Organisation organisation) {
        Claim claim = claim("organization", organisation.id());
        List<RecordedFact> before = streams.readHolder(claim);
        AgencyListed listed = RecordedListings.last(before, AgencyListed.class).orElse(null);
        if (listed == null && !before.isEmpty()) {
            ofAnotherKind(organisation);
            return;
        }
        AgencyId id = listed == null ? new AgencyId(UUID.randomUUID()) : listed.agency();
        agencies.put(organisation.id(), id);
        String sha256 = digests.sha256(organisation.text());
        boolean same = listed != null
                && (organisation.standing() == Standing.MENTIONED
                        || listed.sha256().equals(sha256));
        AgencyListed fact =
                new AgencyListed(id, organisation.id().toString(), organisation.name(), organisation.text(), sha256);
        lay(type(AgencyId.class), id.toString(), claim, before, same, fact);
    }

    private void lay(Service service) {
        AgencyId agency = agency(service.organisation());
        if (agency == null) {
            faults.add(service.where(), "organization", "unknown", Phrase.of("command.directory.wrong.unknown"));
            return;
        }
        Claim claim = claim("service", service.id());
        List<RecordedFact> before = streams.readHolder(claim);
        ServiceListed listed =
                RecordedListings.last(before, ServiceListed.class).orElse(null);
        ServiceId id = listed == null ? new ServiceId(UUID.randomUUID()) : listed.service();
        if (listed == null && !before.isEmpty()) {
            ofAnotherKind(service);
            return;
        }
        String sha256 = digests.sha256(service.text());
        boolean same = listed != null
                && (service.standing() == Standing.MENTIONED
                        || (listed.sha256().equals(sha256) && listed.agency().equals(agency)));
        ServiceListed fact = new ServiceListed(
                id,
                agency,
                service.id().toString(),
                service.name(),
                service.status(),
                service.assuredOn(),
                service.text(),
                sha256);
        lay(type(ServiceId.class), id.toString(), claim, before, same, fact);
    }

    private void ofAnotherKind(HsdsRecord record) {
        faults.add(record.where(), "id", "other-kind", Phrase.of("command.directory.wrong.other-kind"));
    }

    private void lay(Other other) {
        Claim claim = claim(other.kind(), other.id());
        List<RecordedFact> before = streams.readHolder(claim);
        RecordListed listed = RecordedListings.last(before, RecordListed.class).orElse(null);
        UUID id = listed == null ? UUID.randomUUID() : listed.directoryRecord();
        String sha256 = digests.sha256(other.text());
        RecordListed fact =
                new RecordListed(id, other.kind(), other.id().toString(), other.name(), other.text(), sha256);
        boolean same = listed != null && listed.sha256().equals(sha256);
        lay("DirectoryRecord", id.toString(), claim, before, same, fact);
    }

    private void lay(String type, String aggregateId, Claim claim, List<RecordedFact> before, boolean same, Fact fact) {
        if (same) {
            unchanged++;
        } else if (before.isEmpty()) {
            added++;
            unit.taking(claim, aggregateId);
            facts.add(new NewFact(type, aggregateId, 0, fact));
        } else {
            changed++;
            unit.provided(new Precondition(aggregateId, before.size() - 1L));
            facts.add(new NewFact(type, aggregateId, before.size(), fact));
        }
    }

    /** A stream is called by what its identifier names: Agency, Service. */
    private static String type(Class<?> identifier) {
        return identifier.getSimpleName().replaceFirst("Id$", "");
    }

    private @Nullable AgencyId agency(UUID published) {
        AgencyId inFile = agencies.get(published);
        if (inFile != null) {
            return inFile;
        }
        Optional<AgencyListed> listed =
                RecordedListings.last(streams.readHolder(claim("organization", published)), AgencyListed.class);
        return listed.map(AgencyListed::agency).orElse(null);
    }

    private Claim claim(String kind, UUID published) {
        return new Claim(TagKind.DIRECTORY_ENTRY, tags.tag(TagKind.DIRECTORY_ENTRY, kind + "/" + published));
    }
}
