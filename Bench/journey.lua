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

-- The value of a hidden field as the page writes it. All are of letters that need no escaping in a form: the driver shares the
-- cores with what it measures, so it does no more than it must.
local function carried(body, from, name)
  local _, last = body:find('name="' .. name .. '" value="', from, true)
  return name .. "=" .. body:sub(last + 1, body:find('"', last + 1, true) - 1)
end

-- What the form in main carries unseen, and where it begins.
local function hidden(body)
  local from = body:find("<form", body:find("<main", 1, true) or 1, true) or 1
  if not body:find('name="state"', from, true) then return "", from end
  return carried(body, from, "state") .. "&" .. carried(body, from, "token") .. "&" .. carried(body, from, "fill"), from
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
  local fields, from = hidden(body)
  if body:find('name="danger"', from, true) then
    post(fields .. "&danger=no")
  elseif body:find('name="narrative"', from, true) then
    post(fields .. "&" .. text .. "&go=skip")
  elseif body:find('value="send"', from, true) then
    post(fields .. "&go=send")
  elseif body:find('name="kept"', from, true) then
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
