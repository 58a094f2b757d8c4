package broadsheet.post;

import static org.junit.jupiter.api.Assertions.assertEquals;

import broadsheet.post.markup.Markup;
import broadsheet.post.markup.PlainText;
import org.junit.jupiter.api.Test;

/** Room post.markup: bodies as people write them, against the text that they were made of. */
class SamplePostsTest {

    @Test
    void thereAreTwoHundredAndNoTwoAreTheSame() {
        assertEquals(200, SamplePosts.all().stream().map(sample -> sample.yaml() + sample.body()).distinct().count());
        assertEquals(SamplePosts.all(), SamplePosts.all());
    }

    @Test
    void aBodyReadsAsItsTextWasWritten() {
        for (SamplePosts.Sample sample : SamplePosts.all()) {
            assertEquals(sample.text(), PlainText.of(sample.body(), Markup.MARKDOWN),
                    () -> "sample " + sample.number() + "\n" + sample.body());
        }
    }
}
