package broadsheet.web;

/** The addresses of the server that others link to. */
final class Paths {

    static final String SEARCH = "/api/v1/search";
    static final String SUGGEST = "/api/v1/suggest";
    static final String POSTS = "/api/v1/posts/";
    static final String SIMILAR = "/similar";
    static final String PAGE = "/search";
    static final String ATOM = "/search.atom";
    static final String JSON_FEED = "/search.json";
    static final String CSV = "/search.csv";
    static final String DESCRIPTION = "/opensearch.xml";
    static final String OPENAPI = "/openapi.yaml";
    static final String REBUILD = "/admin/rebuild";
    static final String PROBLEMS = "/problems/";

    private Paths() {}
}
