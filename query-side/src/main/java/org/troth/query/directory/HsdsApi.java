package org.troth.query.directory;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.troth.events.account.Actor;
import org.troth.events.account.RequestId;
import org.troth.events.account.Role;
import org.troth.events.disclosure.PurposeOfUse;
import org.troth.query.directory.HsdsQuestion.Said;
import org.troth.query.directory.HsdsReader.Detail;
import org.troth.query.reading.AskedWrongly;
import org.troth.query.reading.Reading;
import org.troth.query.reading.Visit;
import tools.jackson.databind.node.ObjectNode;

/** The directory for programs that speak HSDS 3.0: every endpoint of its API reference. */
@RestController
@RequestMapping("/api/v1/directory/hsds")
class HsdsApi {

    private static final String BASE = "/directory/hsds";
    private static final String PROFILE = "https://docs.openreferral.org/en/v3.0/hsds/";

    private final HsdsReader reader;
    private final Reading reading;

    HsdsApi(HsdsReader reader, Reading reading) {
        this.reader = reader;
        this.reading = reading;
    }

    /** What this is, and where it is described. */
    record Described(
            String version,
            String profile,
            @JsonProperty("openapi_url") String openApi) {}

    @GetMapping
    Described described(Actor actor, PurposeOfUse purpose, RequestId request) {
        admit(actor, purpose, request, "");
        String here = ServletUriComponentsBuilder.fromCurrentContextPath()
                .path("/v3/api-docs")
                .toUriString();
        return new Described("3.0", PROFILE, here);
    }

    @GetMapping("/services")
    HsdsPage services(
            Actor actor,
            PurposeOfUse purpose,
            RequestId request,
            @RequestParam(required = false) @Nullable String search,
            @RequestParam(name = "organization_id", required = false) @Nullable String organization,
            @RequestParam(name = "taxonomy_term_id", required = false) @Nullable String term,
            @RequestParam(name = "taxonomy_id", required = false) @Nullable String taxonomy,
            @RequestParam(name = "modified_after", required = false) @Nullable String modifiedAfter,
            @RequestParam(required = false) @Nullable String page,
            @RequestParam(name = "per_page", required = false) @Nullable String perPage,
            @RequestParam(required = false) @Nullable String format,
            @RequestParam(defaultValue = "false") boolean minimal,
            @RequestParam(defaultValue = "false") boolean full) {
        admit(actor, purpose, request, "/services");
        Said said = new Said(search, organization, term, taxonomy, null, false, modifiedAfter, page, perPage, format);
        Detail detail = minimal ? Detail.MINIMAL : full ? Detail.FULL : Detail.BRIEF;
        return reader.page(HsdsQuestion.of(HsdsKind.SERVICE, said), detail);
    }

    @GetMapping("/services/{id}")
    ObjectNode service(Actor actor, PurposeOfUse purpose, RequestId request, @PathVariable String id) {
        return reader.one(admit(actor, purpose, request, "/services/{id}"), HsdsKind.SERVICE, id);
    }

    @GetMapping("/organizations")
    HsdsPage organizations(
            Actor actor,
            PurposeOfUse purpose,
            RequestId request,
            @RequestParam(required = false) @Nullable String search,
            @RequestParam(required = false) @Nullable String page,
            @RequestParam(name = "per_page", required = false) @Nullable String perPage,
            @RequestParam(required = false) @Nullable String format,
            @RequestParam(defaultValue = "false") boolean full) {
        admit(actor, purpose, request, "/organizations");
        Said said = Said.searched(search, page, perPage, format);
        return reader.page(HsdsQuestion.of(HsdsKind.ORGANIZATION, said), full ? Detail.FULL : Detail.BRIEF);
    }

    @GetMapping("/organizations/{id}")
    ObjectNode organization(
            Actor actor,
            PurposeOfUse purpose,
            RequestId request,
            @PathVariable String id,
            @RequestParam(name = "full_service", defaultValue = "false") boolean fullService) {
        return reader.organization(admit(actor, purpose, request, "/organizations/{id}"), id, fullService);
    }

    /**
     * @param postcode refused, as is {@code proximity}: this directory knows no areas and no distances of postcodes, and would not
     *     leave out silently what was asked for
     */
    @GetMapping("/service_at_locations")
    HsdsPage places(
            Actor actor,
            PurposeOfUse purpose,
            RequestId request,
            @RequestParam(required = false) @Nullable String search,
            @RequestParam(name = "organization_id", required = false) @Nullable String organization,
            @RequestParam(name = "taxonomy_term_id", required = false) @Nullable String term,
            @RequestParam(name = "taxonomy_id", required = false) @Nullable String taxonomy,
            @RequestParam(name = "modified_after", required = false) @Nullable String modifiedAfter,
            @RequestParam(required = false) @Nullable String postcode,
            @RequestParam(required = false) @Nullable String proximity,
            @RequestParam(required = false) @Nullable String page,
            @RequestParam(name = "per_page", required = false) @Nullable String perPage,
            @RequestParam(required = false) @Nullable String format,
            @RequestParam(defaultValue = "false") boolean full) {
        admit(actor, purpose, request, "/service_at_locations");
        if (postcode != null || proximity != null) {
            throw AskedWrongly.saying(
                    postcode != null ? "postcode" : "proximity", "not-offered", "query.directory.asked.postcode");
        }
        Said said = new Said(search, organization, term, taxonomy, null, false, modifiedAfter, page, perPage, format);
        return reader.page(HsdsQuestion.of(HsdsKind.SERVICE_AT_LOCATION, said), full ? Detail.FULL : Detail.BRIEF);
    }

    @GetMapping("/service_at_locations/{id}")
    ObjectNode place(Actor actor, PurposeOfUse purpose, RequestId request, @PathVariable String id) {
        Visit visit = admit(actor, purpose, request, "/service_at_locations/{id}");
        return reader.one(visit, HsdsKind.SERVICE_AT_LOCATION, id);
    }

    @GetMapping("/taxonomies")
    HsdsPage taxonomies(
            Actor actor,
            PurposeOfUse purpose,
            RequestId request,
            @RequestParam(required = false) @Nullable String search,
            @RequestParam(required = false) @Nullable String page,
            @RequestParam(name = "per_page", required = false) @Nullable String perPage,
            @RequestParam(required = false) @Nullable String format) {
        admit(actor, purpose, request, "/taxonomies");
        return reader.page(
                HsdsQuestion.of(HsdsKind.TAXONOMY, Said.searched(search, page, perPage, format)), Detail.FULL);
    }

    @GetMapping("/taxonomies/{id}")
    ObjectNode taxonomy(Actor actor, PurposeOfUse purpose, RequestId request, @PathVariable String id) {
        return reader.one(admit(actor, purpose, request, "/taxonomies/{id}"), HsdsKind.TAXONOMY, id);
    }

    /** @param topOnly only terms that have no parent */
    @GetMapping("/taxonomy_terms")
    HsdsPage terms(
            Actor actor,
            PurposeOfUse purpose,
            RequestId request,
            @RequestParam(required = false) @Nullable String search,
            @RequestParam(name = "taxonomy_id", required = false) @Nullable String taxonomy,
            @RequestParam(name = "parent_id", required = false) @Nullable String parent,
            @RequestParam(name = "top_only", defaultValue = "false") boolean topOnly,
            @RequestParam(required = false) @Nullable String page,
            @RequestParam(name = "per_page", required = false) @Nullable String perPage,
            @RequestParam(required = false) @Nullable String format) {
        admit(actor, purpose, request, "/taxonomy_terms");
        Said said = new Said(search, null, null, taxonomy, parent, topOnly, null, page, perPage, format);
        return reader.page(HsdsQuestion.of(HsdsKind.TAXONOMY_TERM, said), Detail.FULL);
    }

    @GetMapping("/taxonomy_terms/{id}")
    ObjectNode term(Actor actor, PurposeOfUse purpose, RequestId request, @PathVariable String id) {
        return reader.one(admit(actor, purpose, request, "/taxonomy_terms/{id}"), HsdsKind.TAXONOMY_TERM, id);
    }

    private Visit admit(Actor actor, PurposeOfUse purpose, RequestId request, String route) {
        return reading.admit(actor, purpose, request, BASE + route, Role.COORDINATOR, Role.PARTICIPANT);
    }
}
