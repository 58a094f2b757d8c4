# Renders posts as Jekyll 4 does without a layout: paths on stdin, one a line; a line of JSON each, {"path":…, "html":…}.
require "json"
require "liquid"
require "kramdown"
require "kramdown-parser-gfm"

$stdin.each_line(chomp: true) do |path|
  text = File.read(path, encoding: "UTF-8").scrub.sub(/\A---\s*\n.*?\n---\s*$\n?/m, "")
  begin
    text = Liquid::Template.parse(text, error_mode: :lax).render
  rescue Liquid::Error
    # a tag of the site's own: what it shows is not text of the post
    text = text.gsub(/\{%.*?%\}|\{\{.*?\}\}/m, "")
  end
  html = Kramdown::Document.new(text, input: "GFM", hard_wrap: false, auto_ids: true, syntax_highlighter: nil).to_html
  puts JSON.generate("path" => path, "html" => html)
end
