package broadsheet.web.api;

import broadsheet.web.text.XmlText;

/** The document with which a browser adds the search to its address bar (OpenSearch 1.1). */
public final class OpenSearchDescription {

    public static final String TYPE = "application/opensearchdescription+xml; charset=utf-8";

    /** OpenSearch 1.1, "ShortName": 16 characters at most, plain text. */
    private static final int MAX_SHORT_NAME = 16;

    private OpenSearchDescription() {}

    public static String of(String site, String base) {
        String name = site.length() <= MAX_SHORT_NAME ? site : site.substring(0, MAX_SHORT_NAME).strip();
        return """
                <?xml version="1.0" encoding="utf-8"?>
                <OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
                <ShortName>%1$s</ShortName>
                <Description>Search %2$s</Description>
                <InputEncoding>UTF-8</InputEncoding>
                <OutputEncoding>UTF-8</OutputEncoding>
                <Image type="image/svg+xml">%3$s/favicon.svg</Image>
                <Url type="text/html" template="%3$s/search?q={searchTerms}"/>
                <Url type="application/atom+xml" template="%3$s/search.atom?q={searchTerms}"/>
                <Url type="application/x-suggestions+json" template="%3$s/suggest?q={searchTerms}"/>
                <Url type="application/opensearchdescription+xml" rel="self" template="%3$s/opensearch.xml"/>
                </OpenSearchDescription>
                """.formatted(XmlText.of(name), XmlText.of(site), XmlText.of(base));
    }
}
