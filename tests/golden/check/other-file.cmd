# Files of other programs: each is told in one message. The second row are records, of which none is taken for one.
mkdir "$TMPDIR/other-file" && cd "$TMPDIR/other-file" && case $TRUCE in /*) ;; *) TRUCE=$OLDPWD/$TRUCE ;; esac
check() {
	printf "$2" >"$1" && $TRUCE check "$1" 2>&1 | sed '/^1 error$/d'
}
zip='PK\003\004\024\000\006\000\010\000\000\000!\000'
check lesson.docx "$zip[Content_Types].xml${zip}word/document.xml"
check lesson.yaml "$zip[Content_Types].xml${zip}word/document.xml"
check cut.docx "$zip"
check archive.zip "$zip"
check lesson.odt "${zip}mimetypeapplication/vnd.oasis.opendocument.text"
check table.xlsx "$zip[Content_Types].xml${zip}xl/workbook.xml"
check table.ods "${zip}mimetypeapplication/vnd.oasis.opendocument.spreadsheet"
check talk.pptx "${zip}ppt/presentation.xml"
check book.epub "${zip}mimetypeapplication/epub+zip"
check lesson.pages "${zip}Index/Document.iwa"
office='\320\317\021\340\241\261\032\341'
check lesson.doc "$office W\000o\000r\000d\000D\000o\000c\000u\000m\000e\000n\000t\000"
check table.xls "$office"
check lesson.msg "$office"
check lesson.rtf '{\\rtf1\\ansi {\\b The Mill Talks}}\n'
check mail.yaml '> title: The Mill Talks\n> events:\n>   - id: dawn\n'
check listing.yaml '  1  title: The Mill Talks\n  2  events:\n  3    - id: dawn\n'
check change.yaml '+title: The Mill Talks\n+events:\n+  - id: dawn\n'
check lesson.pdf '%%PDF-1.4\n%%\342\343\317\323\n'
check lesson.html '\n<!DOCTYPE html>\n<html><body><p>title: x</p></body></html>\n'
check part.html '<div class="entry"><p>A day</p></div>\n'
check piece.yaml '<p>title: The Mill Talks</p>\n<p>events:</p>\n'
check page.yaml '\n---\ntitle: The Mill Talks\nlayout: post\n---\n\n# Dawn\n\nThe envoys met at dawn.\n'
check simile.xml '<data>\n<event start="Mar 30 1856 GMT" title="Dawn">At the mill</event>\n</data>\n'
check tei.xml '<?xml version="1.0"?>\n<TEI xmlns="http://www.tei-c.org/ns/1.0"/>\n'
check zotero.rdf '<rdf:RDF>\n<bib:Book/></rdf:RDF>\n'
check other.xml '\357\273\277<?xml version="1.0"?>\n<a/>\n'
check mill.png '\211PNG\r\n\032\n'
check mill.jpg '\377\330\377\340\000\020JFIF'
check mill.heic '\000\000\000\030ftypheic'
check record.yaml.gz '\037\213\010\000'
check record.yaml.zst '\050\265\057\375'
check talks.db 'SQLite format 3\000'
check table.csv 'Start Date,End Date,Headline,Text\n1856-03-30,,Dawn at the mill,"Of ink, and blood"\n'
check two.csv 'date,title\r\n1856,Dawn\r\n'
check semicolons.csv 'sep=;\nDatum;Titel;Text\n30.3.1856;Dawn;"We talk"\n'
check table.tsv 'date\ttitle\n1856\tDawn at the mill\n'
check timeline.json '{"title": {"text": {"headline": "x"}}, "events": [{"start_date": {"year": "1856"}, "text": {"headline": "Dawn"}}]}'
check old.json '{"timeline": {"headline": "x", "date": [{"startDate": "1856,3,30"}]}}'
check simile.json '{"dateTimeFormat": "iso8601", "events": [{"start": "1856-03-30", "title": "Dawn"}]}'
check csl.json '[{"id": "a", "type": "book", "title": "Mill Papers", "issued": {"date-parts": [[1856]]}}]'
check zotero.json '{"items": [{"itemType": "book", "title": "Mill Papers", "date": "1856"}]}'
check page.json '{"@context": "https://schema.org", "@type": "Event"}'
check lesson.gdoc '{"doc_id": "x", "email": "hale@example.org"}'
check papers.bib '%% Encoding: UTF-8\n\n@book{hale,\n  title = {Mill Papers}\n}\n'
check papers.ris 'TY  - BOOK\nTI  - Mill Papers\nER  - \n'
check family.ged '0 HEAD\n1 SOUR x\n'
check days.ics 'BEGIN:VCALENDAR\r\nVERSION:2.0\r\n'
check markwhen.mw 'title: The Mill Talks\n\n1856-03-30: Dawn at the mill\n1856-03 / 1856-04: Talks\n'
check lesson.md '# The Mill Talks\n\n## 30 March 1856\n\nDawn at the mill.\n'
check over.md 'The Mill Talks\n==============\n\nDawn at the mill.\n'
check rows.md '# The Mill Talks\n\n| date | title |\n|------|-------|\n| 1856 | Dawn |\n'
check record.toml 'title = "The Mill Talks"\n\n[[events]]\nid = "dawn"\n'
check record.ini '[The Mill Talks]\ndawn=1856\n'
check colons.ini '[The Mill Talks]\ndawn: 1856\n'
check lesson.7 '.\\" -*- coding: utf-8 -*-\n.TH "THE MILL TALKS"\n'
# As before.
check empty.yaml ''
check plain.txt 'Dawn at the mill, and a word\nof ink\n'
check wide.txt '\377\376t\000i\000'
mkdir folder && $TRUCE check folder
echo records
good() {
	printf "$1" >record.yaml && $TRUCE check record.yaml
}
good '# The Mill Talks, of 1856\n## Events\ntitle: T\nevents:\n- {id: a, date: 1918, title: T}\n'
good '{"title": "headline", "events": [{"id": "a", "date": "1918", "title": "start_date", "note": "headline: x"}]}'
good '{"events": [{"id": "a", "date": "1918", "title": "T"}], "title": "type"}'
good '\357\273\277title: "a,b,c"\nevents:\n- id: a\n  date: 1918\n  title: T\n  note: >-\n    1918: a day\n\n    1919: another\n'
good '"title": "PK"\nevents: [{id: a, date: 1918, title: "## x"}]\n'
echo 'no record, for another reason'
bad() {
	printf "$1" >record.yaml && $TRUCE check record.yaml | grep other-file
}
bad '[{"id": "a", "date": "1918", "title": "T"}]'
bad 'title: T\nevents:\n- start_date: 1918\n  headline: T\n'
bad '{"title": "T", "events": [{"id": "a", "date": "1918", "start_date": "1918", "headline": "T"}]}'
bad 'title: T\n1918: a\n1919: b\nevents: []\n'
bad 'The Mill Talks, of 1856\nevents:\n'
bad '# The Mill Talks\n\nevent:\n- id: a\n'
bad '```yaml\ntitle: T\nevents:\n- {id: a, date: 1918, title: T}\n```\n'
bad '<<: T\n'
cd / && rm -r "$TMPDIR/other-file"
