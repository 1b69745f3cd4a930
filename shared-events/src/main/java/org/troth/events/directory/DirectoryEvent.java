package org.troth.events.directory;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.troth.events.AgencyId;
import org.troth.events.Fact;
import org.troth.events.Recorded;
import org.troth.events.ServiceId;

/**
 * The directory as it was imported (HSDS 3.0). Published facts about organisations, in plain: nothing here is about a
 * person who asks for help.
 */
public sealed interface DirectoryEvent extends Fact {

    /**
     * An organisation was listed, or listed again with other content.
     *
     * @param published its identifier as published
     * @param hsds the whole record as it was imported, as JSON text
     * @param sha256 of that text
     */
    @Recorded(as = "agency-listed", revision = 1)
    record AgencyListed(AgencyId agency, String published, String name, String hsds, String sha256)
            implements DirectoryEvent {}

    /**
     * A service was listed, or listed again with other content.
     *
     * @param status as published: active, inactive, defunct, temporarily closed
     * @param assuredOn the day on which its publisher last assured it, if given
     */
    @Recorded(as = "service-listed", revision = 1)
    record ServiceListed(
            ServiceId service,
            AgencyId agency,
            String published,
            String name,
            String status,
            @Nullable LocalDate assuredOn,
            String hsds,
            String sha256)
            implements DirectoryEvent {}

    /**
     * Another record of the directory was listed, or listed again with other content: one that was published for itself, such as
     * a taxonomy or a place, or that belonged to nothing in its file.
     *
     * @param kind as HSDS calls it, such as taxonomy_term; the name of its table where HSDS has none
     * @param published its identifier as published
     * @param name absent where its kind has none
     * @param hsds the whole record as it was imported, as JSON text
     * @param sha256 of that text
     */
    @Recorded(as = "directory-record-listed", revision = 1)
    record RecordListed(
            UUID directoryRecord,
            String kind,
            String published,
            @Nullable String name,
            String hsds,
            String sha256) implements DirectoryEvent {}

    /** A file was imported; the counts are of what it held. */
    @Recorded(as = "directory-imported", revision = 1)
    record DirectoryImported(UUID directoryImport, String format, int added, int changed, int unchanged)
            implements DirectoryEvent {}
}
