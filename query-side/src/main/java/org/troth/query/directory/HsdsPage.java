package org.troth.query.directory;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/**
 * A page of a list, by the Page schema of HSDS 3.0.
 *
 * @param size how many are on this page
 */
record HsdsPage(
        @JsonProperty("total_items") long totalItems,
        @JsonProperty("total_pages") long totalPages,
        @JsonProperty("page_number") int pageNumber,
        int size,
        @JsonProperty("first_page") boolean firstPage,
        @JsonProperty("last_page") boolean lastPage,
        boolean empty,
        List<ObjectNode> contents) {

    static HsdsPage of(long total, int page, int perPage, List<ObjectNode> contents) {
        long pages = (total + perPage - 1) / perPage;
        return new HsdsPage(
                total, pages, page, contents.size(), page == 1, page >= pages, contents.isEmpty(), contents);
    }
}
