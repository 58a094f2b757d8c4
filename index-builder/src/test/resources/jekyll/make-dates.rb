#!/usr/bin/env ruby
# frozen_string_literal: true

# Writes dates.tsv: the moment that Jekyll makes of each line of dates.txt, a date as it stands in front matter.
#
#   ruby make-dates.rb dates.txt > dates.tsv
#
# Made with Ruby 3.1 and Psych 4.0 of Debian 12. Two columns parted by a tab: as written, the moment in UTC for a
# site in New York, or "-" where Jekyll stops the build.

require "psych"
require "time"

ENV["TZ"] = "America/New_York"
File.readlines(ARGV[0], :chomp => true, :encoding => "utf-8").each do |written|
  next if written.empty? || written.start_with?("#")

  begin
    value = Psych.safe_load("date: #{written}", :permitted_classes => [Date, Time])["date"]
    puts "#{written}\t#{Time.parse(value.to_s).utc.strftime("%Y-%m-%dT%H:%M:%SZ")}"
  rescue ArgumentError
    puts "#{written}\t-"
  end
end
