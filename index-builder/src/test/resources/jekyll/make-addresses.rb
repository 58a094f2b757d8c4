#!/usr/bin/env ruby
# frozen_string_literal: true

# Writes addresses.tsv: what a real Jekyll makes of the sites and posts in sites.txt.
#
#   ruby make-addresses.rb sites.txt > addresses.tsv
#
# Made with Jekyll 4.3.1 of Debian 12 (apt install jekyll). One line a post, parted by tabs:
# site, path, the post's url, the same as a link (relative_url). An unpublished post has "-" for both.

require "jekyll"
require "tmpdir"
require "fileutils"

Case = Struct.new(:name, :config, :posts)

def parse(lines)
  sets = {}
  sites = []
  current = nil
  post = nil
  lines.each do |line|
    line = line.chomp
    case line
    when /\A#/ then next
    when /\A@posts (\S+)\z/ then current = sets[Regexp.last_match(1)] = Case.new(nil, [], {})
    when /\A@site (.+)\z/ then sites << (current = Case.new(Regexp.last_match(1), [], {})); post = nil
    when /\A@use (\S+)\z/ then current.posts.merge!(sets.fetch(Regexp.last_match(1)).posts)
    when /\A: (.*)\z/ then current.config << Regexp.last_match(1)
    when /\A>> (.+)\z/ then current.posts[post = Regexp.last_match(1)] = []
    when "" then (current.posts[post] << line if post && current.posts[post]&.first == "(raw)")
    else current.posts[post] << line
    end
  end
  sites
end

def content(lines)
  return lines.drop(1).join("\n") + "\n" if lines.first == "(raw)"

  (["---"] + lines + ["---", "Text."]).join("\n") + "\n"
end

# The address as a template's relative_url filter gives it.
def link(site, url)
  context = Liquid::Context.new({}, {}, { :site => site })
  Class.new { include Jekyll::Filters::URLFilters; def initialize(c) = @context = c }.new(context).relative_url(url)
end

def addresses(kase)
  Dir.mktmpdir do |dir|
    File.write(File.join(dir, "_config.yml"), kase.config.join("\n") + "\n")
    kase.posts.each do |path, lines|
      FileUtils.mkdir_p(File.dirname(File.join(dir, path)))
      File.write(File.join(dir, path), content(lines))
    end
    ENV["TZ"] = "UTC"
    Time.now # takes the zone in
    site = Jekyll::Site.new(Jekyll.configuration("source" => dir, "destination" => File.join(dir, "_site"), "quiet" => true))
    site.read
    urls = site.collections.values.select(&:write?).flat_map(&:docs).select(&:write?).to_h do |doc|
      [doc.path.sub("#{site.source}/", ""), doc.url]
    end
    kase.posts.each_key.map do |path|
      url = urls[path]
      [kase.name, path, url || "-", url ? link(site, url) : "-"].join("\t")
    end
  end
end

Jekyll.logger.log_level = :error
# A process for each site: Jekyll caches what it has parsed, whatever the time zone was.
$stdout.sync = true
parse(File.readlines(ARGV[0], :encoding => "utf-8")).each do |kase|
  Process.wait(fork { puts addresses(kase) })
end
