package org.troth.command.directory;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.troth.events.AgencyId;
import org.troth.events.ServiceId;
import org.troth.events.directory.AgencyListing;
import org.troth.events.directory.AgencyMail;
import org.troth.events.directory.DirectoryEvent.AgencyListed;
import org.troth.events.directory.DirectoryEvent.ServiceListed;
import org.troth.events.directory.ServiceListing;
import org.troth.events.recording.Precondition;
import org.troth.events.recording.RecordedFact;
import org.troth.events.recording.Streams;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/** Answers from the directory's streams what is listed now. */
final class RecordedListings {

    private static final ObjectMapper JSON = JsonMapper.shared();

    private RecordedListings() {}

    /** Of services. */
    @Component
    static class Services implements ServiceListing {

        private final Streams streams;

        Services(Streams streams) {
            this.streams = streams;
        }

        @Override
        public Optional<Listing> of(ServiceId service) {
            List<RecordedFact> facts = streams.read(service.toString(), 0);
            return last(facts, ServiceListed.class)
                    .map(listed -> new Listing(
                            service,
                            listed.agency(),
                            listed.name(),
                            listed.status().equals("active"),
                            precondition(service, facts)));
        }
    }

    /** Of agencies. */
    @Component
    static class Agencies implements AgencyListing {

        private final Streams streams;

        Agencies(Streams streams) {
            this.streams = streams;
        }

        @Override
        public Optional<Listing> of(AgencyId agency) {
            List<RecordedFact> facts = streams.read(agency.toString(), 0);
            return last(facts, AgencyListed.class)
                    .map(listed -> new Listing(agency, listed.name(), precondition(agency, facts)));
        }
    }

    /** Of where they are written to. */
    @Component
    static class Mail implements AgencyMail {

        private final Streams streams;

        Mail(Streams streams) {
            this.streams = streams;
        }

        @Override
        public Answer of(AgencyId agency, ServiceId service) {
            List<RecordedFact> services = streams.read(service.toString(), 0);
            List<RecordedFact> agencies = streams.read(agency.toString(), 0);
            String address = last(services, ServiceListed.class)
                    .filter(listed -> listed.agency().equals(agency))
                    .map(listed -> email(listed.hsds()))
                    .or(() -> last(agencies, AgencyListed.class).map(listed -> email(listed.hsds())))
                    .orElse(null);
            return new Answer(address, precondition(agency, agencies), List.of(precondition(service, services)));
        }

        /** What HSDS 3.0 publishes as {@code email}, of a service and of an organisation alike. */
        private static @Nullable String email(String hsds) {
            String email = JSON.readTree(hsds).path("email").asString("").strip();
            return email.isEmpty() ? null : email;
        }
    }

    /** The last fact of this kind. */
    static <F> Optional<F> last(List<RecordedFact> facts, Class<F> kind) {
        for (int at = facts.size() - 1; at >= 0; at--) {
            if (kind.isInstance(facts.get(at).fact())) {
                return Optional.of(kind.cast(facts.get(at).fact()));
            }
        }
        return Optional.empty();
    }

    private static Precondition precondition(Object id, List<RecordedFact> facts) {
        return new Precondition(id.toString(), facts.size() - 1L);
    }
}
