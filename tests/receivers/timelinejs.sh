# needs: chromium node
# npm: @knight-lab/timelinejs
# TimelineJS in a browser: every event has its slide with its own words for the date, nothing is wrong for it, and no text of
# a record becomes an element.

library=$NODE_PATH/@knight-lab/timelinejs/dist
for record in events.yaml tests/data/hostile.yaml tests/data/years.yaml; do
	$TRUCE print -f timelinejs "$record" >"$FOLDER/data.json" 2>/dev/null
	expect $? "$record"
	{
		echo "<!doctype html><meta charset='utf-8'><link rel='stylesheet' href='file://$library/css/timeline.css'>"
		echo "<script src='file://$library/js/timeline.js'></script><div id='t' style='width: 1000px; height: 600px'></div><script>var data ="
		cat "$FOLDER/data.json"
		cat <<'END'
;var timeline, wrong = [];
window.onerror = (message) => wrong.push(message);
END
		echo "timeline = new TL.Timeline('t', data, {script_path: 'file://$library/js', font: null});"
		cat <<'END'
setTimeout(() => {
	const slides = [...document.querySelectorAll(".tl-slide")], squeeze = (text) => text.replace(/\s+/g, " ").trim();
	const plain = (html) => squeeze(new DOMParser().parseFromString(html, "text/html").body.textContent);
	wrong.push(...(timeline.config ? timeline.config.messages.errors : ["no slides"]));
	if (slides.length !== data.events.length + 1)
		wrong.push(`${slides.length} slides for ${data.events.length} events`);
	const texts = slides.map((slide) => squeeze(slide.textContent));
	for (const event of data.events)
		if (!texts.some((text) => text.includes(plain(event.display_date)) && text.includes(plain(event.text.headline))))
			wrong.push("no slide says " + plain(event.display_date) + " and " + plain(event.text.headline));
	for (const slide of slides)
		for (const element of slide.querySelectorAll("b, tags, script, a"))
			wrong.push("an element: " + element.outerHTML);
	document.title = "END " + (wrong.length ? wrong.slice(0, 3).join("; ") : "good");
}, 8000);
</script>
END
	} >"$FOLDER/page.html"
	chromium --headless --no-sandbox --disable-gpu --disable-dev-shm-usage --user-data-dir="$FOLDER/home" --allow-file-access-from-files \
		--virtual-time-budget=20000 --dump-dom "file://$FOLDER/page.html" 2>/dev/null >"$FOLDER/dom"
	grep -q '<title>END good</title>' "$FOLDER/dom"
	expect $? "$record: $(sed -n 's/.*<title>\([^<]*\).*/\1/p' "$FOLDER/dom" | head -1)"
done
