package broadsheet.post.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;

import broadsheet.post.FileReading.Skip.Reason;
import broadsheet.post.Problems;
import broadsheet.post.ReadOptions;
import broadsheet.post.SyntaxException;
import broadsheet.post.frontmatter.FrontMatter;
import broadsheet.post.frontmatter.Value.Fields;
import broadsheet.post.site.Generator.Kind;
import broadsheet.post.site.SiteConfig;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Room post.reading: who wants a post to be found, and who does not. */
class PublicationRuleTest {

    private static final ReadOptions OPTIONS = ReadOptions.defaults()
            .withClock(InstantSource.fixed(Instant.parse("2024-06-01T12:00:00Z")));

    private static Fields fields(String yaml) throws SyntaxException {
        return FrontMatter.of("---\nlayout: post\n" + yaml + "\n---\n", new Problems("p.md")).fields();
    }

    private static String reason(ReadOptions options, SiteConfig site, String yaml, Kind kind) throws SyntaxException {
        return new PublicationRule(options, site, ZoneId.of("Europe/Berlin")).leavesOut(fields(yaml), kind)
                .map(Reason::name).orElse("");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            title: a                          | ''
            published: false                  | UNPUBLISHED
            published: no                     | UNPUBLISHED
            published:                        | UNPUBLISHED
            published: "false"                | ''
            published: true                   | ''
            Published: false                  | ''
            draft: true                       | DRAFT
            draft: "true"                     | DRAFT
            draft: 1                          | DRAFT
            draft: yes                        | DRAFT
            draft: false                      | ''
            draft: maybe                      | ''
            status: draft                     | DRAFT
            status: Hidden                    | UNPUBLISHED
            status: private                   | UNPUBLISHED
            status: publish                   | ''
            expiryDate: 2024-06-01            | UNPUBLISHED
            expiryDate: 2024-06-01T12:00:01Z  | ''
            expirydate: 2024-05-01            | UNPUBLISHED
            expiryDate: soon                  | ''
            search: false                     | NO_INDEX
            search: "false"                   | ''
            sitemap: no                       | NO_INDEX
            noindex: true                     | NO_INDEX
            robots: NoIndex, follow           | NO_INDEX
            robots: [nofollow, noindex]       | NO_INDEX
            robots: follow                    | ''
            headless: true                    | NOT_A_POST
            build: {render: never}            | NOT_A_POST
            _build: {render: false}           | NOT_A_POST
            build: {list: never}              | ''
            """)
    void frontMatterMaySayNo(String yaml, String reason) throws SyntaxException {
        assertEquals(reason, reason(OPTIONS, SiteConfig.none(), yaml, Kind.POST));
    }

    @Test
    void aFileAmongTheDraftsIsADraft() throws SyntaxException {
        assertEquals("DRAFT", reason(OPTIONS, SiteConfig.none(), "title: a", Kind.DRAFT));
    }

    @Test
    void whoBuildsMayAskForDraftsAndUnpublishedPosts() throws SyntaxException {
        assertEquals("", reason(OPTIONS.withDrafts(true), SiteConfig.none(), "draft: true", Kind.DRAFT));
        assertEquals("", reason(OPTIONS.withUnpublished(true), SiteConfig.none(), "published: false", Kind.POST));
        assertEquals("NO_INDEX", reason(OPTIONS.withUnpublished(true), SiteConfig.none(),
                "published: false\nsearch: false", Kind.POST));
    }

    @Test
    void theSitesSettingsMayAskForThemToo() throws SyntaxException {
        SiteConfig site = SiteConfig.of("_config.yml", fields("show_drafts: true\nunpublished: true"),
                new Problems(""));
        assertEquals("", reason(OPTIONS, site, "draft: true", Kind.POST));
        assertEquals("", reason(OPTIONS, site, "published: false", Kind.POST));
    }

    @Test
    void anExpiryWithoutAZoneIsInTheSites() throws SyntaxException {
        PublicationRule rule = new PublicationRule(OPTIONS, SiteConfig.none(), ZoneId.of("Europe/Berlin"));
        assertEquals(Optional.of(Instant.parse("2024-06-30T22:00:00Z")),
                rule.expires(fields("expiryDate: 2024-07-01")));
        assertEquals(Optional.empty(), rule.expires(fields("title: a")));
    }
}
