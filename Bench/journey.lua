-- wrk: people reporting, one step after another, each form followed as it came.
-- A journey is start, words, check, sent. Requests wait in a queue, since any connection may carry any step.

local waiting = {}
local threads = {}

function setup(thread)
  table.insert(threads, thread)
end

function init(arguments)
  acknowledged, refused, odd, asked = 0, 0, 0, 0
  start = wrk.format("GET", "/report")
  text = "narrative=" .. string.rep("Someone+filmed+the+cameras+at+the+side+door.+", 20)
end

local function escaped(value)
  value = value:gsub("&quot;", '"'):gsub("&#39;", "'"):gsub("&lt;", "<"):gsub("&gt;", ">"):gsub("&amp;", "&")
  return (value:gsub("[^%w%-_.~]", function(c) return string.format("%%%02X", c:byte()) end))
end

-- Hidden fields of the first form in main, ready to send.
local function hidden(body)
  local from = body:find("<form", body:find("<main", 1, true) or 1, true)
  local form = from and body:sub(from, body:find("</form>", from, true) or -1) or ""
  local fields = {}
  for tag in form:gmatch("<input[^>]*>") do
    if tag:find('type="hidden"', 1, true) then
      local name, value = tag:match('name="([^"]*)"'), tag:match('value="([^"]*)"')
      if name then table.insert(fields, escaped(name) .. "=" .. escaped(value or "")) end
    end
  end
  return table.concat(fields, "&"), form
end

local headers = {
  ["Content-Type"] = "application/x-www-form-urlencoded",
  ["Sec-Fetch-Site"] = "same-origin",
}

local function post(body)
  table.insert(waiting, wrk.format("POST", "/report", headers, body))
end

function request()
  asked = asked + 1
  return table.remove(waiting, 1) or start
end

function response(status, _, body)
  if status == 503 or status == 429 then
    refused = refused + 1
    return
  elseif status ~= 200 then
    odd = odd + 1
    return
  end
  local fields, form = hidden(body)
  if form:find('name="danger"', 1, true) then
    local no = form:match('name="danger"[^>]-value="([^"]*)"') or form:match('value="([^"]*)"[^>]-name="danger"') or "no"
    post(fields .. "&danger=" .. escaped(no))
  elseif form:find('name="narrative"', 1, true) then
    post(fields .. "&" .. text .. "&go=skip")
  elseif form:find('value="send"', 1, true) then
    post(fields .. "&go=send")
  elseif form:find('name="kept"', 1, true) then
    acknowledged = acknowledged + 1
  else
    odd = odd + 1
  end
end

function done(summary, latency, _)
  local totals = { acknowledged = 0, refused = 0, odd = 0 }
  for _, thread in ipairs(threads) do
    for name in pairs(totals) do totals[name] = totals[name] + thread:get(name) end
  end
  local seconds = summary.duration / 1e6
  io.write(string.format("acknowledged_total %d reports\n", totals.acknowledged))
  io.write(string.format("acknowledged_per_second %.1f reports/s\n", totals.acknowledged / seconds))
  io.write(string.format("refused %d answers\n", totals.refused))
  io.write(string.format("unexpected %d answers\n", totals.odd))
  io.write(string.format("socket_errors %d count\n",
    summary.errors.connect + summary.errors.read + summary.errors.write + summary.errors.timeout))
  io.write(string.format("journey_requests_per_second %.1f requests/s\n", summary.requests / seconds))
  io.write(string.format("journey_request_p99 %.2f ms\n", latency:percentile(99) / 1000))
end
