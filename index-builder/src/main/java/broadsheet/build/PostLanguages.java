package broadsheet.build;

import broadsheet.build.ReadOrReuse.Read;
import broadsheet.post.Post;
import broadsheet.post.language.ArchiveLanguages;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Decides the languages of the posts of one build. A post is indexed in the language that the posts before it make
 * likely, as they come; once all are known, the few whose language is another by then are found by {@link #isOutdated}.
 * For one thread.
 */
final class PostLanguages {

    private static final int FIRST_LOOK = 16;

    private final ArchiveLanguages archive = new ArchiveLanguages();
    /** Of all posts, each once. */
    private final Map<PostLanguage, PostLanguage> known = new HashMap<>();
    private ArchiveLanguages.Decision decision = archive.decide();
    private long posts;
    private long nextLook = FIRST_LOOK;

    /** @param before the files of the last build, which mostly are those of this one, too */
    PostLanguages(Collection<FileState> before) {
        ArchiveLanguages last = new ArchiveLanguages();
        before.forEach(file -> file.languages().forEach(each -> last.add(each.signs())));
        long count = before.stream().mapToLong(file -> file.languages().size()).sum();
        if (count > 0) {
            decision = last.decide();
            nextLook = 2 * count;
        }
    }

    /** The same file, its posts in the languages that are likely by now. */
    Read take(Read read) {
        read.state().languages().forEach(this::count);
        if (read.unchanged()) {
            read.state().languages().forEach(each -> known.putIfAbsent(each, each));
            return read;
        }
        if (posts >= nextLook) {
            decision = archive.decide();
            nextLook = 2 * posts;
        }
        return decided(read);
    }

    private void count(PostLanguage language) {
        archive.add(language.signs());
        posts++;
    }

    /** All files are known: this is what counts. */
    void settle() {
        decision = archive.decide();
    }

    /** Whether a post of any file is indexed in a language that is no longer the right one: mostly none is. */
    boolean isAnyOutdated() {
        return known.keySet().stream().anyMatch(this::isOutdated);
    }

    /** Whether a post of this file is indexed in a language that is no longer the right one. */
    boolean isOutdated(FileState file) {
        return file.languages().stream().anyMatch(this::isOutdated);
    }

    private boolean isOutdated(PostLanguage each) {
        return !decision.of(each.signs()).equals(each.lang());
    }

    /** The same file, its posts in the languages of the decision. */
    Read decided(Read read) {
        List<Post> decided = new ArrayList<>(read.posts().size());
        List<PostLanguage> languages = new ArrayList<>(read.posts().size());
        for (Post post : read.posts()) {
            decided.add(post.withLang(decision.of(post.languageSigns())));
            languages.add(known.computeIfAbsent(PostLanguage.of(decided.getLast()), each -> each));
        }
        return new Read(read.file(), read.state().in(languages), decided, read.unchanged());
    }
}
