package broadsheet.web.http;

/** The addresses of the server that others link to. */
public final class Paths {

    public static final String SEARCH = "/api/v1/search";
    public static final String SUGGEST = "/api/v1/suggest";
    public static final String POSTS = "/api/v1/posts/";
    public static final String SIMILAR = "/similar";
    public static final String PAGE = "/search";
    public static final String ATOM = "/search.atom";
    public static final String JSON_FEED = "/search.json";
    public static final String CSV = "/search.csv";
    public static final String DESCRIPTION = "/opensearch.xml";
    public static final String OPENAPI = "/openapi.yaml";
    public static final String METRICS = "/metrics";
    public static final String REBUILD = "/admin/rebuild";
    public static final String REBUILD_STOP = "/admin/rebuild/stop";
    public static final String ADMIN_STATUS = "/admin/status";
    public static final String PROBLEMS = "/problems/";

    private Paths() {}
}
